/* SPDX-License-Identifier: MIT */
/* listen.c - the socket that FastCGI connections come from. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "listen.h"

/* The first descriptor that systemd hands over. */
enum { SD_LISTEN_FDS_START = 3 };

bool
listen_is(int fd)
{
	int yes = 0;
	socklen_t size = sizeof(yes);

	return getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &yes, &size) == 0 &&
	       yes != 0;
}

static int
from_systemd(void)
{
	const char *pid = getenv("LISTEN_PID");
	const char *fds = getenv("LISTEN_FDS");
	bool ours = pid != NULL && fds != NULL &&
		    strtol(pid, NULL, 10) == (long)getpid() &&
		    strtol(fds, NULL, 10) >= 1;

	unsetenv("LISTEN_PID");
	unsetenv("LISTEN_FDS");
	unsetenv("LISTEN_FDNAMES");
	return ours && listen_is(SD_LISTEN_FDS_START) ? SD_LISTEN_FDS_START
						      : -1;
}

int
listen_inherited(void)
{
	int fd = from_systemd();

	if (fd < 0 && listen_is(STDIN_FILENO))
		fd = STDIN_FILENO;
	return fd;
}

/* A dead server leaves its socket behind; connecting to it is refused. */
static int
clear(const struct sockaddr_un *addr, struct diag *d)
{
	struct stat st;
	int fd;
	int rc;

	if (lstat(addr->sun_path, &st) != 0)
		return 0;
	if (!S_ISSOCK(st.st_mode)) {
		diag_add(d, addr->sun_path, 0,
		    "is there already and is no socket; choose another path");
		return -1;
	}
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	rc = connect(fd, (const struct sockaddr *)addr, sizeof(*addr));
	close(fd);
	if (rc == 0 || errno != ECONNREFUSED) {
		diag_add(d, addr->sun_path, 0,
		    "somebody serves this socket already");
		return -1;
	}
	unlink(addr->sun_path);
	return 0;
}

int
listen_unix(const char *path, mode_t mode, struct diag *d)
{
	struct sockaddr_un addr = {.sun_family = AF_UNIX};
	mode_t before;
	int error;
	int rc;
	int fd;

	if (strlen(path) >= sizeof(addr.sun_path)) {
		diag_add(d, path, 0,
		    "the path of a socket has at most %zu bytes",
		    sizeof(addr.sun_path) - 1);
		return -1;
	}
	memcpy(addr.sun_path, path, strlen(path) + 1);
	if (clear(&addr, d) != 0)
		return -1;
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	/* never open wider than it shall be, not even for a moment */
	before = umask(0777 & ~mode);
	rc = bind(fd, (const struct sockaddr *)&addr, sizeof(addr));
	error = errno;
	umask(before);
	if (rc == 0 && listen(fd, SOMAXCONN) == 0)
		return fd;
	if (rc == 0)
		error = errno;
	diag_add(d, path, 0, "%s", strerror(error));
	close(fd);
	return -1;
}
