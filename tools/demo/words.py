# SPDX-License-Identifier: MIT
"""What the demo's papers are about: titles, abstracts, topics, venues."""

# field, and what belongs to it: topics, methods, things
FIELDS = [
    ("Computer Vision",
     "scene parsing|object tracking|image restoration|video retrieval|"
     "depth estimation|pose estimation|visual grounding|image captioning",
     "attention|contrastive learning|diffusion|feature matching|distillation|"
     "optical flow|segmentation|self-supervision",
     "street scenes|satellite images|surgical video|museum scans|night footage|"
     "underwater pictures|handwritten maps|crowded stations"),
    ("Natural Language Processing",
     "machine translation|question answering|dialogue|summarization|"
     "speech recognition|morphology|entity linking|readability",
     "language models|alignment|retrieval|weak supervision|parsing|"
     "tokenization|prompting|data augmentation",
     "court records|folk songs|minority languages|parliament debates|"
     "recipe books|clinical notes|radio archives|school essays"),
    ("Databases",
     "query optimization|stream processing|data cleaning|graph queries|"
     "provenance|indexing|privacy|data integration",
     "sketches|join ordering|sampling|compression|learned indexes|hashing|"
     "incremental views|sharding",
     "sensor streams|library catalogues|transit timetables|sky surveys|"
     "version histories|genome banks|price series|web tables"),
    ("Human–Computer Interaction",
     "accessibility|gesture input|visualization|reading interfaces|"
     "collaborative writing|eye tracking|haptics|voice interfaces",
     "field studies|diary studies|eye movements|prototyping|"
     "crowd experiments|participatory design|log analysis|co-design",
     "control rooms|public libraries|kitchens|trains|classrooms|"
     "emergency wards|allotment gardens|shared offices"),
    ("Robotics",
     "motion planning|grasping|localization|swarms|soft robots|calibration|"
     "legged locomotion|inspection",
     "model predictive control|reinforcement learning|particle filters|"
     "imitation|tactile sensing|simulation|contact models|map merging",
     "greenhouses|collapsed buildings|narrow pipes|warehouses|vineyards|"
     "ship hulls|snowfields|recycling plants"),
    ("Theory",
     "graph algorithms|online algorithms|matroids|proof complexity|"
     "randomness|lattices|distributed computing|approximation",
     "rounding|derandomization|potential functions|sparsification|duality|"
     "random walks|kernelization|local search",
     "planar graphs|dynamic networks|trees of bounded depth|sparse matrices|"
     "auctions|noisy channels|bipartite matchings|permutation groups"),
]

ADJECTIVES = ("Sparse Robust Patient Local Adaptive Quiet Certified Frugal "
              "Layered Incremental Honest Seasonal Gradual Modular Portable "
              "Reversible Uncertain Cooperative Early Tolerant").split()
SYLLABLES = ("ba bel cor da fen gal hu il jo kes lun mir no or pel qui ra "
             "sol tam ul ven wen xi yar zo").split()
FORMS = [
    "{A} {m} for {t} in {s}",
    "{T} with {a} {m}",
    "Towards {a} {t}: lessons from {s}",
    "What {t} can learn from {m}",
    "{A} and {a2}: {m} under changing {s}",
    "A second look at {t} in {s}",
    "How far to go with {m}? {T} across {s}",
    "{T} without {m2}",
    "On the limits of {m} in {t}",
    "{M} and {m2}: {a} {t}",
    "From {s} to {s2}: transferring {t}",
    "{A} {t} on a small budget",
]
SENTENCES = [
    "Most work on {t} assumes that {s} hold still, and they do not.",
    "We ask what remains of {t} when {m} must run on cheap hardware.",
    "The method joins {m} with {m2}, and needs neither labels nor tuning.",
    "Its cost grows with the number of changes, not with the size of {s}.",
    "In {n} trials on {s} it made {p}\u00a0% fewer mistakes than the best method "
    "we could find.",
    "A proof shows when {m} may be trusted, and an example where it may not.",
    "People who used it for {n} days found {p} more cases than before.",
    "We measured this on {s} and on {s2}, with {n} participants.",
    "A small change to {m} explains {p}\u00a0% of the difference.",
    "Without {m2} the effect disappears, which surprised us.",
    "All data, and the scripts that made the figures, are public.",
    "Where {s} are noisy, little is lost with {a} {m}.",
    "Three research groups repeated the experiment and found the same.",
    "We close with a list of what did not work, and why.",
]
# translations of titles: what is known about the topic in other languages
ABROAD = {
    "zh": "面向{n}个场景的研究：方法与实验",
    "ja": "{n}事例に基づく手法の検討",
    "ar": "دراسة في {n} حالة: المنهج والنتائج",
    "ru": "Исследование {n} случаев: метод и результаты",
    "el": "Μελέτη {n} περιπτώσεων: μέθοδος και αποτελέσματα",
    "fr": "Étude de {n} cas : méthode et résultats",
    "de": "Untersuchung von {n} Fällen: Verfahren und Ergebnisse",
    "es": "Estudio de {n} casos: método y resultados",
}

# id, type, short, name, rank
VENUES = [
    ("jos", "journal", "JOS", "Journal of Observed Systems", "A"),
    ("tpm", "journal", "TPM", "Transactions on Patient Machines", "A"),
    ("lic", "journal", "Lett. Inf. Craft", "Letters on Information Craft", "B"),
    ("acta", "journal", "Acta Comput. Borealis",
     "Acta Computationis Borealis", "B"),
    ("moss", "conference", "MOSS",
     "Meeting on Sensing and Scenes", "A"),
    ("lark", "conference", "LARK",
     "Conference on Language, Reasoning and Knowledge", "A"),
    ("heron", "conference", "HERON",
     "Symposium on Human Encounters with Robots and Networks", "B"),
    ("dune", "conference", "DUNE",
     "Conference on Data under Unusual Environments", "A"),
    ("fjord", "conference", "FJORD",
     "Forum on Joint Optimization and Randomized Decisions", "B"),
    ("kiln", "workshop", "KILN",
     "Workshop on Knowledge in Little Networks", None),
    ("reed", "workshop", "REED",
     "Workshop on Reproducible Experiment Design", None),
    ("prearchive", "repository", "Prearchive", "Prearchive of Drafts", None),
]
TYPE_OF_VENUE = {"journal": "journal", "conference": "conference",
                 "workshop": "workshop", "repository": "preprint"}


def capital(text):
    return text[0].upper() + text[1:]


class Field:
    """A field of research, and ways to speak about it."""

    def __init__(self, number):
        self.name, *lists = FIELDS[number % len(FIELDS)]
        self.topics, self.methods, self.settings = (
            words.split("|") for words in lists)

    def choose(self, rand):
        """Topics, methods and settings that one paper is about."""
        t, m, s = self.topics, self.methods, self.settings
        i, j, k = int(rand() * 8), int(rand() * 8), int(rand() * 8)
        d = 1 + int(rand() * 7)
        n = len(ADJECTIVES)
        first = int(rand() * n)
        second = (first + 1 + int(rand() * (n - 1))) % n
        a, a2 = ADJECTIVES[first], ADJECTIVES[second]
        return {"t": t[i], "T": capital(t[i]), "m": m[j], "M": capital(m[j]),
                "m2": m[(j + d) % 8], "s": s[k], "s2": s[(k + d) % 8],
                "A": a, "a": a.lower(), "a2": a2.lower(),
                "n": 3 + int(rand() * 400), "p": 2 + int(rand() * 60)}

    def title(self, rand, about):
        """Half of the papers give what they made a name of its own."""
        title = FORMS[int(rand() * len(FORMS))].format_map(about)
        if rand() < 0.5:
            return title
        name = "".join(SYLLABLES[int(rand() * len(SYLLABLES))] for _ in "123")
        return f"{capital(name)}: {title[0].lower()}{title[1:]}"

    def abstract(self, rand, about, sentences):
        at = int(rand() * len(SENTENCES))
        step = (3, 5, 9, 11)[int(rand() * 4)]
        return " ".join(SENTENCES[(at + step * i) % len(SENTENCES)]
                        for i in range(sentences)).format_map(about)
