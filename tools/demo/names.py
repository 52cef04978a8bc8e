# SPDX-License-Identifier: MIT
"""Names that people of the demo may have, in several scripts.

Each culture has its language, given and family names. "Latin=native" gives
the two spellings of a name that is not written in Latin letters at home.
"""

# language, family name first at home, given names, family names
CULTURES = [
    ("de", False,
     "Jürgen Annegret Käthe Björn Heidrun Götz Ulrike Sönke Wiebke Jörg "
     "Friederike Lütje Gesa Ägidius",
     "Weißgräber Kühnholz Möhrenbach Tannhäußer Grünwiese Eschenlöhr "
     "Brückenau Feldtür Rößlinger Höllriegel Silberkühl Nußdorfer Wümmeling"),
    ("zh", True,
     "Siyuan=思远 Ruolan=若兰 Haoran=浩然 Yutong=雨桐 Zixuan=梓萱 "
     "Mingzhe=明哲 Jingyi=静怡 Wenbo=文博 Xinyue=欣悦 Yichen=奕辰 "
     "Kexin=可欣 Tianyu=天宇 Qiuyan=秋燕 Baoyi=宝仪",
     "Lin=林 Shen=沈 Ouyang=欧阳 Tang=唐 Qiu=邱 Xue=薛 Jiang=姜 Meng=孟 "
     "Fang=方 Luo=罗 Situ=司徒 Bai=白 Duan=段 Gong=龚"),
    ("fr", False,
     "Aurélie Benoît Gaëlle Zéphyrin Loïc Océane Maëlys Étienne Anaïs "
     "Cédric Noémie Régis Solène François",
     "Châtaignier Lefèvre-Brûlé Noël-Garçon Bérénger Pâquerette Delaunoy "
     "Aubépine Montcœur Grès-Dupuis Forêtier Œuvrard Saint-Élan Hêtraie"),
    ("ar", False,
     "Layla=ليلى Yusuf=يوسف Rania=رانيا Khalid=خالد Samira=سميرة Tariq=طارق "
     "Huda=هدى Nabil=نبيل Amal=أمل Idris=إدريس Salma=سلمى Faris=فارس",
     "Zaytuni=الزيتوني Bahrawi=البحراوي Nakhla=نخلة Sayyad=الصياد "
     "Qamari=القمري Warraq=الوراق Najjar=النجار Rihani=الريحاني "
     "Mirsad=مرصاد Kutubi=الكتبي Shamsi=الشمسي Yaqut=ياقوت"),
    ("ja", True,
     "Haruka=遥 Kenta=健太 Misaki=美咲 Ryō=涼 Yūko=優子 Sōta=颯太 Aoi=葵 "
     "Daichi=大地 Kaede=楓 Shinji=真司 Nanami=七海 Tetsuya=哲也",
     "Hoshizora=星空 Kawabe=川辺 Takeuchi=竹内 Ōnuki=大貫 Shiraishi=白石 "
     "Moriwaki=森脇 Tsukimura=月村 Kirishima=霧島 Asagiri=朝霧 Ishibashi=石橋 "
     "Yūki=結城 Amamiya=雨宮"),
    ("es", False,
     "Íñigo Begoña Nicolás Ángeles Martín Verónica Iñaki Lucía Óscar Inés "
     "Adrián Rocío Julián Belén",
     "Peñalosa Ibáñez-Río Zurita Albariño Núñez-Coll Quiñones Baztán Ordóñez "
     "Montañés Güell-Arce Cañizal Estévez-Lar Vilaplana"),
    ("ru", False,
     "Larisa=Лариса Gleb=Глеб Yevgenia=Евгения Timur=Тимур Zoya=Зоя "
     "Arseny=Арсений Ksenia=Ксения Matvei=Матвей Raisa=Раиса Fyodor=Фёдор "
     "Taisia=Таисия Lev=Лев",
     "Ozerny=Озёрный Berezkin=Берёзкин Zimina=Зимина Kamensky=Каменский "
     "Sosnovich=Соснович Veter=Ветер Polyansky=Полянский Yablochko=Яблочко "
     "Rechnoi=Речной Lugovoi=Луговой Snegirev=Снегирёв Shchukin=Щукин"),
    ("el", False,
     "Eleftheria=Ελευθερία Stavros=Σταύρος Danae=Δανάη Iason=Ιάσων "
     "Kalliope=Καλλιόπη Orestis=Ορέστης Myrto=Μυρτώ Alexis=Αλέξης "
     "Ariadne=Αριάδνη Leandros=Λέανδρος",
     "Thalassinou=Θαλασσινού Vounas=Βουνάς Elaiona=Ελαιώνα Petrakis=Πετράκης "
     "Anemou=Ανέμου Kastanas=Καστανάς Lithari=Λιθάρη Potamias=Ποταμιάς "
     "Meltemi=Μελτέμη Selinos=Σέλινος"),
    ("tr", False,
     "Şebnem Çağrı İlknur Göktuğ Ayşegül Oğuz Ümran Işıl Barış Tuğçe",
     "Çınarlı Gümüşdere Yıldıztepe Karakuş Söğütçü Ağaçlı Taşköprü İncesu "
     "Örnekoğlu Güneşli"),
    ("ko", True,
     "Seoyeon=서연 Minjun=민준 Haeun=하은 Jiho=지호 Yerin=예린 Donghyun=동현 "
     "Soyul=소율 Taeyang=태양 Nari=나리 Hyunwoo=현우",
     "Namgung=남궁 Seo=서 Moon=문 Baek=백 Ryu=류 Hwangbo=황보 Eom=엄 Chae=채 "
     "Tak=탁 Seonwoo=선우"),
    ("pl", False,
     "Świętosława Żegota Małgorzata Łucja Bożydar Wojciech Jędrzej Kraśniew "
     "Grażyna Zdzisław",
     "Jaworzębska Świerkoń Źródlak Łąkowicz Dąbrowięcka Gżegżółka Ćwirko "
     "Mżyńska Strzałecki Brzoskwiń"),
    ("hi", False,
     "Anvi=अन्वी Rohan=रोहन Ishita=इशिता Kabir=कबीर Meera=मीरा Arnav=अर्णव "
     "Tara=तारा Vihaan=विहान Leela=लीला Dhruv=ध्रुव",
     "Phulwari=फुलवारी Nadkar=नाडकर Parvatiya=पर्वतीय Sagarika=सागरिका "
     "Vanmali=वनमाली Deepak=दीपक Chandani=चाँदनी Megh=मेघ Suryavat=सूर्यवत "
     "Baghel=बघेल"),
    ("vi", True,
     "Thảo Quỳnh Dũng Hạnh Nghĩa Tuyết Phúc Ngọc Khôi Diễm",
     "Đặng Huỳnh Bùi Võ Lương Trịnh Đoàn Tạ Mạc Phùng"),
    ("is", False,
     "Þórdís Sæmundur Ástríður Hjörvar Guðný Ævar Sólveig Ísleifur Æsa Örn",
     "Bjarkadóttir Hraunfjörð Öxndal Þverárson Ægisdóttir Lækjarson "
     "Fífilsdóttir Jökulsson Árnadal Mýrdalsson"),
]

# what a letter becomes in an address when taking its accents off is not enough
FOLD = str.maketrans({
    "ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d",
    "þ": "th", "ı": "i",
})


def spellings(words):
    """The pairs of (Latin, native or None) in a table's cell."""
    pairs = (w.partition("=") for w in words.split())
    return [(latin, native or None) for latin, _, native in pairs]


TABLE = [(lang, first, spellings(given), spellings(family))
         for lang, first, given, family in CULTURES]


class Name:
    """A name in Latin letters and, where there is one, as written at home."""

    def __init__(self, rand, culture=None, initial=False):
        n = len(TABLE)
        lang, self.first, given, family = TABLE[
            int(rand() * n) if culture is None else culture % n]
        self.lang = lang
        self.given, given_home = given[int(rand() * len(given))]
        self.family, family_home = family[int(rand() * len(family))]
        self.home = None
        if given_home and family_home:
            self.home = (given_home, family_home)
        if initial and not self.first and not self.home:
            self.given += " " + "ABCDEFGHIJKLMNOPRSTUVWZ"[int(rand() * 23)] + "."
        self.text = f"{self.given} {self.family}"

    def parts(self):
        return (f"<given>{self.given}</given> "
                f"<family>{self.family}</family>")

    def home_parts(self):
        given, family = self.home
        given, family = (f"<given>{given}</given>", f"<family>{family}</family>")
        if not self.first:
            return f"{given} {family}"
        return family + ("" if self.lang in ("zh", "ja", "ko") else " ") + given
