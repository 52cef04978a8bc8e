/* SPDX-License-Identifier: MIT */
/* check_listen.c - tests of listen.h. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "listen.h"
#include "testing.h"

/* A directory and the path of a socket in it. */
struct fixture {
	char *dir;
	struct strbuf path;
	struct diag d;
};

static void
begin(struct fixture *fx)
{
	fx->dir = temp_begin();
	strbuf_init(&fx->path);
	strbuf_printf(&fx->path, "%s/s", fx->dir);
	diag_init(&fx->d);
}

static void
end(struct fixture *fx)
{
	diag_release(&fx->d);
	strbuf_release(&fx->path);
	temp_end(fx->dir);
}

/* Connect as a web server does; 0 or -1. */
static int
try_connect(const char *path)
{
	struct sockaddr_un addr = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	int rc;

	strcpy(addr.sun_path, path);
	rc = connect(fd, (const struct sockaddr *)&addr, sizeof(addr));
	close(fd);
	return rc;
}

static void
refused(struct fixture *fx, const char *path, const char *reason)
{
	char *why;

	ck_assert_int_eq(listen_unix(path, 0600, &fx->d), -1);
	ck_assert_uint_eq(fx->d.n, 1);
	why = problems_of(&fx->d);
	ck_assert_int_eq(strncmp(why, path, strlen(path)), 0);
	ck_assert_msg(strstr(why, reason) != NULL, "%s", why);
	free(why);
	diag_reset(&fx->d);
}

START_TEST(a_socket_is_made_with_exactly_these_permissions)
{
	static const mode_t modes[] = {0600, 0660, 0666, 0700};

	for (size_t i = 0; i < ARRAY_SIZE(modes); i++) {
		mode_t before = umask(i % 2 == 0 ? 0077 : 0);
		struct fixture fx;
		struct stat st;
		int fd;

		begin(&fx);
		fd = listen_unix(fx.path.buf, modes[i], &fx.d);
		ck_assert_int_ge(fd, 0);
		ck_assert_int_eq(stat(fx.path.buf, &st), 0);
		ck_assert(S_ISSOCK(st.st_mode));
		ck_assert_uint_eq(st.st_mode & 0777, modes[i]);
		/* ours again */
		ck_assert_uint_eq(umask(before), i % 2 == 0 ? 0077 : 0);
		ck_assert_int_eq(try_connect(fx.path.buf), 0);
		ck_assert_int_ne(fcntl(fd, F_GETFD) & FD_CLOEXEC, 0);
		close(fd);
		end(&fx);
	}
}
END_TEST

START_TEST(a_socket_that_a_dead_server_left_is_replaced)
{
	struct fixture fx;
	int fd;

	begin(&fx);
	fd = listen_unix(fx.path.buf, 0600, &fx.d);
	close(fd);
	ck_assert_int_eq(try_connect(fx.path.buf), -1);
	fd = listen_unix(fx.path.buf, 0600, &fx.d);
	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(try_connect(fx.path.buf), 0);
	close(fd);
	end(&fx);
}
END_TEST

START_TEST(a_socket_that_is_served_is_left_alone)
{
	struct fixture fx;
	int fd;

	begin(&fx);
	fd = listen_unix(fx.path.buf, 0600, &fx.d);
	refused(&fx, fx.path.buf, "somebody serves this socket already");
	ck_assert_int_eq(try_connect(fx.path.buf), 0);
	close(fd);
	end(&fx);
}
END_TEST

START_TEST(what_is_no_socket_is_never_removed)
{
	struct fixture fx;
	struct strbuf text;

	begin(&fx);
	strbuf_init(&text);
	put_file(fx.dir, "s", "precious");
	refused(&fx, fx.path.buf, "is no socket; choose another path");
	ck_assert(read_whole(fx.path.buf, &text));
	ck_assert_str_eq(text.buf, "precious");
	remove_file(fx.dir, "s");
	ck_assert_int_eq(symlink("elsewhere", fx.path.buf), 0);
	refused(&fx, fx.path.buf, "is no socket; choose another path");
	strbuf_release(&text);
	end(&fx);
}
END_TEST

START_TEST(paths_that_cannot_be_are_refused)
{
	struct fixture fx;
	struct strbuf path;

	begin(&fx);
	strbuf_init(&path);
	strbuf_printf(&path, "%s/missing/s", fx.dir);
	refused(&fx, path.buf, "No such file or directory");
	strbuf_reset(&path);
	strbuf_printf(&path, "%s/%0200d", fx.dir, 0);
	refused(&fx, path.buf, "at most 107 bytes");
	strbuf_release(&path);
	end(&fx);
}
END_TEST

/* Put `fd` where whoever starts us puts it. */
static void
become(int fd, int place)
{
	ck_assert_int_eq(dup2(fd, place), place);
}

static void
tell_systemd(const char *fds, long pid)
{
	char buf[32];

	snprintf(buf, sizeof(buf), "%ld", pid);
	setenv("LISTEN_FDS", fds, 1);
	setenv("LISTEN_PID", buf, 1);
	setenv("LISTEN_FDNAMES", "x", 1);
}

START_TEST(systemd_hands_over_descriptor_three)
{
	struct fixture fx;
	int fd;

	begin(&fx);
	fd = listen_unix(fx.path.buf, 0600, &fx.d);
	become(open("/dev/null", O_RDONLY), 0);
	become(fd, 3);
	tell_systemd("1", (long)getpid());
	ck_assert_int_eq(listen_inherited(), 3);
	/* our children shall not think that it is for them */
	ck_assert_ptr_null(getenv("LISTEN_FDS"));
	ck_assert_ptr_null(getenv("LISTEN_PID"));
	ck_assert_ptr_null(getenv("LISTEN_FDNAMES"));
	end(&fx);
}
END_TEST

START_TEST(what_systemd_gave_to_somebody_else_is_not_ours)
{
	static const struct {
		const char *fds;
		long other;
	} cases[] = {{"1", 1}, {"0", 0}, {"-1", 0}, {"", 0}, {"x", 0}};
	struct fixture fx;
	int fd;

	begin(&fx);
	fd = listen_unix(fx.path.buf, 0600, &fx.d);
	become(open("/dev/null", O_RDONLY), 0);
	become(fd, 3);
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		tell_systemd(cases[i].fds, (long)getpid() + cases[i].other);
		ck_assert_int_eq(listen_inherited(), -1);
		ck_assert_ptr_null(getenv("LISTEN_FDS"));
	}
	/* nor is what does not listen */
	become(open("/dev/null", O_RDONLY), 3);
	tell_systemd("1", (long)getpid());
	ck_assert_int_eq(listen_inherited(), -1);
	end(&fx);
}
END_TEST

START_TEST(descriptor_zero_is_taken_when_it_listens)
{
	struct fixture fx;
	int fds[2];
	int fd;

	begin(&fx);
	fd = listen_unix(fx.path.buf, 0600, &fx.d);
	become(fd, 0);
	ck_assert_int_eq(listen_inherited(), 0);
	/* what else a program gets as its input */
	become(open("/dev/null", O_RDONLY), 0);
	ck_assert_int_eq(listen_inherited(), -1);
	ck_assert_int_eq(pipe(fds), 0);
	become(fds[0], 0);
	ck_assert_int_eq(listen_inherited(), -1);
	ck_assert_int_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
	become(fds[0], 0);
	ck_assert_int_eq(listen_inherited(), -1);
	become(socket(AF_UNIX, SOCK_STREAM, 0), 0);
	ck_assert_int_eq(listen_inherited(), -1);
	close(0);
	ck_assert_int_eq(listen_inherited(), -1);
	end(&fx);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	    a_socket_is_made_with_exactly_these_permissions,
	    a_socket_that_a_dead_server_left_is_replaced,
	    a_socket_that_is_served_is_left_alone,
	    what_is_no_socket_is_never_removed,
	    paths_that_cannot_be_are_refused,
	    systemd_hands_over_descriptor_three,
	    what_systemd_gave_to_somebody_else_is_not_ours,
	    descriptor_zero_is_taken_when_it_listens,
	    NULL,
	};

	return run_tests("listen", tests);
}
