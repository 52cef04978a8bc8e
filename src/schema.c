/* SPDX-License-Identifier: MIT */
/* schema.c - the grammars, compiled once. */
#include <stdlib.h>
#include <unistd.h>

#include <libxml/xmlschemas.h>

#include "file.h"
#include "schema.h"
#include "strbuf.h"
#include "xmldiag.h"

enum { MAX_BYTES = 1024 * 1024 };

struct schemas {
	xmlSchema *grammar[SCHEMA__MAX];
	uint64_t digest;
};

static const char *const names[SCHEMA__MAX] = {
    [SCHEMA_PROFILE] = "profile.xsd",
    [SCHEMA_SITE] = "site.xsd",
};

static xmlSchema *
compile(const char *path, struct diag *d)
{
	xmlSchemaParserCtxt *ctxt = xmlSchemaNewParserCtxt(path);
	xmlSchema *grammar = NULL;
	struct xmldiag xd;

	xmldiag_begin(&xd, d, path);
	if (ctxt != NULL) {
		xmlSchemaSetParserStructuredErrors(
		    ctxt, (xmlStructuredErrorFunc)xmldiag_structured, &xd);
		grammar = xmlSchemaParse(ctxt);
		xmlSchemaFreeParserCtxt(ctxt);
	}
	xmldiag_end();
	if (grammar == NULL)
		diag_add(d, path, 0, "the grammar cannot be read");
	return grammar;
}

/* What both of them include. */
static const char common[] = "xml.xsd";

static uint64_t
hash_file(uint64_t digest, const char *dir, const char *name)
{
	int dirfd = file_open_dir(dir);
	struct file_id seen;
	struct strbuf text;

	if (dirfd < 0)
		return digest;
	strbuf_init(&text);
	if (file_read(dirfd, name, MAX_BYTES, &text, &seen) == 0)
		digest = hash_bytes(digest, text.buf, text.len);
	strbuf_release(&text);
	close(dirfd);
	return digest;
}

struct schemas *
schemas_open(const char *dir, struct diag *d)
{
	struct schemas *s = xcalloc(1, sizeof(*s));
	struct strbuf path;

	strbuf_init(&path);
	for (size_t i = 0; i < SCHEMA__MAX; i++) {
		strbuf_reset(&path);
		strbuf_printf(&path, "%s/%s", dir, names[i]);
		s->grammar[i] = compile(path.buf, d);
		if (s->grammar[i] == NULL) {
			schemas_close(s);
			s = NULL;
			break;
		}
	}
	strbuf_release(&path);
	if (s != NULL) {
		s->digest = hash_file(HASH_SEED, dir, common);
		for (size_t i = 0; i < SCHEMA__MAX; i++)
			s->digest = hash_file(s->digest, dir, names[i]);
	}
	return s;
}

uint64_t
schemas_digest(const struct schemas *s)
{
	return s->digest;
}

void
schemas_close(struct schemas *s)
{
	if (s == NULL)
		return;
	for (size_t i = 0; i < SCHEMA__MAX; i++)
		xmlSchemaFree(s->grammar[i]);
	free(s);
}

int
schemas_validate(const struct schemas *s, enum schema_kind kind, xmlDoc *doc,
    const char *file, struct diag *d)
{
	xmlSchemaValidCtxt *ctxt = xmlSchemaNewValidCtxt(s->grammar[kind]);
	struct xmldiag xd = {d, file, s->grammar[kind]};
	int rc = -1;

	if (ctxt == NULL) {
		diag_add(d, file, 0, "out of memory");
		return -1;
	}
	xmlSchemaSetValidStructuredErrors(
	    ctxt, (xmlStructuredErrorFunc)xmldiag_structured, &xd);
	rc = xmlSchemaValidateDoc(ctxt, doc);
	xmlSchemaFreeValidCtxt(ctxt);
	if (rc < 0)
		diag_add(d, file, 0, "the grammar could not be applied");
	return rc == 0 ? 0 : -1;
}
