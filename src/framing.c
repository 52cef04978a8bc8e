/* SPDX-License-Identifier: MIT */
/* framing.c - records of FastCGI. */
#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <time.h>

#include "framing.h"

/* FastCGI Specification 1.0, 8: types, roles and the header of a record. */
enum {
	VERSION_1 = 1,
	BEGIN_REQUEST = 1,
	PARAMS = 4,
	STDOUT = 6,
	RESPONDER = 1,
	HEADER_BYTES = 8,
	BEGIN_BYTES = 8,
	MAX_CONTENT = 65528, /* the largest multiple of 8 */
	MAX_RECORDS = 16,    /* in one system call */
};

struct record {
	unsigned type;
	unsigned request;
	size_t length;
	size_t padding;
	const unsigned char *content;
};

static enum framing
read_record(struct record *r, const unsigned char **p, size_t *n)
{
	const unsigned char *h = *p;
	size_t whole;

	if (*n > 0 && h[0] != VERSION_1)
		return FRAMING_BAD;
	if (*n < HEADER_BYTES)
		return FRAMING_SHORT;
	*r = (struct record){
	    .type = h[1],
	    .request = (unsigned)(h[2] << 8 | h[3]),
	    .length = (size_t)(h[4] << 8 | h[5]),
	    .padding = h[6],
	    .content = h + HEADER_BYTES,
	};
	whole = HEADER_BYTES + r->length + r->padding;
	if (*n < whole)
		return FRAMING_SHORT;
	*p += whole;
	*n -= whole;
	return FRAMING_GOOD;
}

/* A length of one byte, or of four with the top bit set (3.4). */
static int
read_length(const unsigned char **p, const unsigned char *end, size_t *length)
{
	const unsigned char *s = *p;

	if (s < end && s[0] < 0x80) {
		*length = s[0];
		*p += 1;
		return 0;
	}
	if (end - s < 4)
		return -1;
	*length = (size_t)(s[0] & 0x7f) << 24 | (size_t)s[1] << 16 |
		  (size_t)s[2] << 8 | s[3];
	*p += 4;
	return 0;
}

static enum framing
check_params(const unsigned char *p, size_t n)
{
	const unsigned char *end = p + n;
	size_t count = 0;

	while (p < end) {
		size_t name;
		size_t value;

		if (++count > FRAMING_MAX_PARAMS ||
		    read_length(&p, end, &name) != 0 ||
		    read_length(&p, end, &value) != 0)
			return FRAMING_BAD;
		if (name > (size_t)(end - p) ||
		    value > (size_t)(end - p) - name)
			return FRAMING_BAD;
		if (memchr(p, '\0', name + value) != NULL)
			return FRAMING_BAD;
		p += name + value;
	}
	return FRAMING_GOOD;
}

enum framing
framing_parse(const unsigned char *p, size_t n)
{
	unsigned char params[FRAMING_MAX_BYTES];
	size_t length = 0;
	struct record r;
	unsigned request;
	enum framing rc = read_record(&r, &p, &n);

	if (rc != FRAMING_GOOD)
		return rc;
	if (r.type != BEGIN_REQUEST || r.length != BEGIN_BYTES ||
	    (r.content[0] << 8 | r.content[1]) != RESPONDER || r.request == 0)
		return FRAMING_BAD;
	request = r.request;
	while ((rc = read_record(&r, &p, &n)) == FRAMING_GOOD) {
		if (r.type != PARAMS || r.request != request ||
		    r.length > sizeof(params) - length)
			return FRAMING_BAD;
		if (r.length == 0)
			return check_params(params, length);
		memcpy(params + length, r.content, r.length);
		length += r.length;
	}
	return rc;
}

static long
elapsed_ms(const struct timespec *since)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (now.tv_sec - since->tv_sec) * 1000 +
	       (now.tv_nsec - since->tv_nsec) / 1000000;
}

int
framing_wait(int fd)
{
	unsigned char buf[FRAMING_MAX_BYTES];
	const struct timespec pause = {.tv_nsec = 1000000};
	struct timespec start;
	long left_ms;

	clock_gettime(CLOCK_MONOTONIC, &start);
	while ((left_ms = FRAMING_WAIT_MS - elapsed_ms(&start)) > 0) {
		struct pollfd ready = {.fd = fd, .events = POLLIN | POLLRDHUP};
		ssize_t n;

		if (poll(&ready, 1, (int)left_ms) <= 0)
			return -1;
		n = recv(fd, buf, sizeof(buf), MSG_PEEK | MSG_DONTWAIT);
		if (n <= 0)
			return -1;
		switch (framing_parse(buf, (size_t)n)) {
		case FRAMING_GOOD:
			return 0;
		case FRAMING_BAD:
			return -1;
		case FRAMING_SHORT:
			/* the socket is readable all the time: look now and
			 * then, for the moment that the rest takes, unless
			 * there will be no rest */
			if (n == (ssize_t)sizeof(buf) ||
			    (ready.revents & POLLRDHUP) != 0)
				return -1;
			nanosleep(&pause, NULL);
		}
	}
	return -1;
}

/* Write all of `iov`, which is used up. */
static int
write_all(int fd, struct iovec *iov, int n)
{
	while (n > 0) {
		ssize_t written = writev(fd, iov, n);

		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return -1;
		while (n > 0 && (size_t)written >= iov->iov_len) {
			written -= (ssize_t)iov->iov_len;
			iov++;
			n--;
		}
		if (n > 0) {
			iov->iov_base = (char *)iov->iov_base + written;
			iov->iov_len -= (size_t)written;
		}
	}
	return 0;
}

int
framing_write(int fd, unsigned id, const char *p, size_t n)
{
	while (n > 0) {
		unsigned char heads[MAX_RECORDS][HEADER_BYTES];
		struct iovec iov[2 * MAX_RECORDS];
		int records = 0;

		for (; n > 0 && records < MAX_RECORDS; records++) {
			size_t part = n < MAX_CONTENT ? n : MAX_CONTENT;
			const unsigned char head[HEADER_BYTES] = {VERSION_1,
			    STDOUT, (unsigned char)(id >> 8), (unsigned char)id,
			    (unsigned char)(part >> 8), (unsigned char)part, 0,
			    0};

			memcpy(heads[records], head, sizeof(head));
			iov[2 * records] =
			    (struct iovec){heads[records], HEADER_BYTES};
			iov[2 * records + 1] =
			    (struct iovec){(void *)(uintptr_t)p, part};
			p += part;
			n -= part;
		}
		if (write_all(fd, iov, 2 * records) != 0)
			return -1;
	}
	return 0;
}
