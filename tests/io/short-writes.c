/* short-writes.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A library to be loaded before all others, whose write() does less than it is asked to. strace
 * cannot do this: a return value that it injects skips the call. RAPPORT_SHORT_WRITES says what
 * happens:
 *
 * half:N     the N-th call takes half full:N     the N-th call takes half and every later one
 * fails, as on a disk that has just become full none:N     the N-th call takes nothing and does
 * not fail small:N    every call takes N bytes at most interrupt  every second call is
 * interrupted by a signal
 *
 * Only descriptors above 2 are concerned.
 */
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef ssize_t (*Write) (int fd, const void *data, size_t size);

static long calls;

static ssize_t
write_nth (Write real, long n, const char *what, int fd, const void *data, size_t size)
{
  if (strncmp (what, "full:", 5) == 0 && calls > n)
    {
      errno = ENOSPC;
      return -1;
    }
  if (calls != n)
    return real (fd, data, size);
  return strncmp (what, "none:", 5) == 0 ? 0 : real (fd, data, (size + 1) / 2);
}

ssize_t write (int fd, const void *data, size_t size);

ssize_t
write (int fd, const void *data, size_t size)
{
  static Write real;
  const char *what = getenv ("RAPPORT_SHORT_WRITES");
  const char *number = what != NULL ? strchr (what, ':') : NULL;
  long n = number != NULL ? atol (number + 1) : 0;

  if (real == NULL)
    real = (Write) dlsym (RTLD_NEXT, "write");
  if (what == NULL || fd <= 2)
    return real (fd, data, size);
  calls++;
  if (strcmp (what, "interrupt") == 0 && calls % 2 == 1)
    {
      errno = EINTR;
      return -1;
    }
  if (strncmp (what, "small:", 6) == 0)
    return real (fd, data, size < (size_t) n ? size : (size_t) n);
  return n > 0 ? write_nth (real, n, what, fd, data, size) : real (fd, data, size);
}
