/* SPDX-License-Identifier: MIT */
/* handover.c - workers pass connections to each other (unix(7), SCM_RIGHTS). */
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "handover.h"

/* Room for one descriptor, aligned as a header wants it. */
union control {
	struct cmsghdr header;
	char bytes[CMSG_SPACE(sizeof(int))];
};

int
handover_open(struct handover *h)
{
	int fds[2];

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK,
		0, fds) != 0)
		return -1;
	*h = (struct handover){.give = fds[0], .take = fds[1]};
	return 0;
}

void
handover_close(struct handover *h)
{
	close(h->give);
	close(h->take);
	*h = (struct handover){-1, -1};
}

int
handover_give(const struct handover *h, int fd)
{
	char byte = 0;
	struct iovec iov = {&byte, sizeof(byte)};
	union control control = {.bytes = {0}};
	struct msghdr msg = {
	    .msg_iov = &iov,
	    .msg_iovlen = 1,
	    .msg_control = control.bytes,
	    .msg_controllen = sizeof(control.bytes),
	};
	struct cmsghdr *cmsg = CMSG_FIRSTHDR(&msg);

	cmsg->cmsg_level = SOL_SOCKET;
	cmsg->cmsg_type = SCM_RIGHTS;
	cmsg->cmsg_len = CMSG_LEN(sizeof(fd));
	memcpy(CMSG_DATA(cmsg), &fd, sizeof(fd));
	if (sendmsg(h->give, &msg, MSG_NOSIGNAL) < 0)
		return -1;
	close(fd);
	return 0;
}

int
handover_take(const struct handover *h)
{
	char byte;
	struct iovec iov = {&byte, sizeof(byte)};
	union control control;
	struct msghdr msg = {
	    .msg_iov = &iov,
	    .msg_iovlen = 1,
	    .msg_control = control.bytes,
	    .msg_controllen = sizeof(control.bytes),
	};
	const struct cmsghdr *cmsg;
	int fd;

	if (recvmsg(h->take, &msg, MSG_CMSG_CLOEXEC) <= 0)
		return -1;
	cmsg = CMSG_FIRSTHDR(&msg);
	if (cmsg == NULL || cmsg->cmsg_type != SCM_RIGHTS)
		return -1;
	memcpy(&fd, CMSG_DATA(cmsg), sizeof(fd));
	return fd;
}
