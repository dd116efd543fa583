/* faults.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "faults.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>

typedef struct
{
  const char *call; /* or NULL for all of them together */
  guint nth;        /* counted from 1 */
  guint seen;
  int reason;
  gboolean lasting;
  gboolean struck;
  FaultsHook hook;
  gpointer data;
} Fault;

static Fault faults[8];
static guint n_faults;
static guint n_calls;
static gboolean busy;

/* Forgets all faults and counts anew. */
void
faults_reset (void)
{
  memset (faults, 0, sizeof faults);
  n_faults = 0;
  n_calls = 0;
}

/* The @nth @call from now on fails because of @reason; a lasting fault strikes every later one
 * too. */
void
faults_add (const char *call, guint nth, int reason, gboolean lasting)
{
  g_assert (n_faults < G_N_ELEMENTS (faults));
  faults[n_faults++] = (Fault){ .call = call, .nth = nth, .reason = reason, .lasting = lasting };
}

/* Before the @nth @call from now on, @hook is called; the call itself does not fail. */
void
faults_add_hook (const char *call, guint nth, FaultsHook hook, gpointer data)
{
  g_assert (n_faults < G_N_ELEMENTS (faults));
  faults[n_faults++] = (Fault){ .call = call, .nth = nth, .hook = hook, .data = data };
}

/* Tells whether every fault has had its call. */
gboolean
faults_struck (void)
{
  for (guint i = 0; i < n_faults; i++)
    if (!faults[i].struck)
      return FALSE;
  return TRUE;
}

/* How many calls there have been since the last reset. */
guint
faults_count (void)
{
  return n_calls;
}

static gboolean
strikes (Fault *fault, const char *call)
{
  if (fault->call != NULL && strcmp (fault->call, call) != 0)
    return FALSE;
  fault->seen++;
  return fault->seen == fault->nth || (fault->lasting && fault->seen > fault->nth);
}

static int
strike (const char *call)
{
  int reason = 0;

  if (busy)
    return 0;
  n_calls++;
  for (guint i = 0; i < n_faults; i++)
    if (strikes (&faults[i], call))
      {
        faults[i].struck = TRUE;
        busy = TRUE;
        if (faults[i].hook != NULL)
          faults[i].hook (faults[i].data);
        busy = FALSE;
        if (faults[i].reason != 0)
          reason = faults[i].reason;
      }
  return reason;
}

#define WRAP(type, failure, name, as, parameters, arguments) \
  type __real_##name parameters; \
  type __wrap_##name parameters; \
  type __wrap_##name parameters \
  { \
    int reason = strike (as); \
\
    if (reason == FAULT_NOTHING_DONE) \
      return 0; \
    if (reason != 0) \
      { \
        errno = reason; \
        return failure; \
      } \
    return __real_##name arguments; \
  }

WRAP (int, -1, openat64, "openat", (int d, const char *p, int f, mode_t m), (d, p, f, m))
WRAP (ssize_t, -1, read, "read", (int d, void *b, size_t n), (d, b, n))
WRAP (ssize_t, -1, write, "write", (int d, const void *b, size_t n), (d, b, n))
WRAP (int, -1, fsync, "fsync", (int d), (d))
WRAP (int, -1, syncfs, "syncfs", (int d), (d))
WRAP (off64_t, -1, lseek64, "lseek", (int d, off64_t o, int w), (d, o, w))
WRAP (int, -1, ftruncate64, "ftruncate", (int d, off64_t n), (d, n))
WRAP (int, -1, fallocate64, "fallocate", (int d, int m, off64_t o, off64_t n), (d, m, o, n))
WRAP (int, -1, fstat64, "fstat", (int d, struct stat64 *s), (d, s))
WRAP (int, -1, stat64, "stat", (const char *p, struct stat64 *s), (p, s))
WRAP (int, -1, fstatat64, "fstatat", (int d, const char *p, struct stat64 *s, int f), (d, p, s, f))
WRAP (int, -1, fchmod, "fchmod", (int d, mode_t m), (d, m))
WRAP (int, -1, fchown, "fchown", (int d, uid_t u, gid_t g), (d, u, g))
WRAP (int, -1, faccessat, "faccessat", (int d, const char *p, int m, int f), (d, p, m, f))
WRAP (int, -1, linkat, "linkat", (int a, const char *p, int b, const char *q, int f),
      (a, p, b, q, f))
WRAP (int, -1, renameat, "renameat", (int a, const char *p, int b, const char *q), (a, p, b, q))
WRAP (int, -1, renameat2, "renameat2",
      (int a, const char *p, int b, const char *q, unsigned f), (a, p, b, q, f))
WRAP (int, -1, unlinkat, "unlinkat", (int d, const char *p, int f), (d, p, f))
WRAP (int, -1, unlink, "unlink", (const char *p), (p))
WRAP (int, -1, mkdir, "mkdir", (const char *p, mode_t m), (p, m))
WRAP (int, -1, flock, "flock", (int d, int o), (d, o))
WRAP (ssize_t, -1, readlink, "readlink", (const char *p, char *b, size_t n), (p, b, n))
WRAP (char *, NULL, realpath, "realpath", (const char *p, char *b), (p, b))
WRAP (DIR *, NULL, fdopendir, "fdopendir", (int d), (d))

/* A descriptor is closed even when closing it reports an error. */
int __real_close (int fd);
int __wrap_close (int fd);

int
__wrap_close (int fd)
{
  int reason = strike ("close");
  int closed = __real_close (fd);

  if (reason == 0)
    return closed;
  errno = reason;
  return -1;
}
