/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random sequences of everything that can be done to a map. A sequence that fails is shortened as far as it
 * goes and printed; run it again by putting it among the known ones below.
 */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shrink.h"

#define N_STEPS 100
#define N_SEQUENCES 500
#define N_SEQUENCES_LONG 20000
#define FIRST_SEED 1

static GArray *
draw (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  GArray *operations = g_array_new (FALSE, TRUE, sizeof (Operation));

  g_array_set_size (operations, N_STEPS);
  operations_draw (random, (Operation *) operations->data, N_STEPS);
  return operations;
}

/* --- A process of its own for each trial, since a failure may be an abort -------------------------------------- */

static int
wait_for (pid_t child)
{
  int status = -1;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return status;
}

static pid_t
fork_quietly (gboolean quiet)
{
  pid_t child;

  fflush (NULL);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0 && quiet)
    {
      if (freopen ("/dev/null", "w", stderr) == NULL || freopen ("/dev/null", "w", stdout) == NULL)
        _exit (2);
    }
  return child;
}

static gboolean
fails_in_child (const Operation *operations, guint n, gpointer user_data)
{
  pid_t child = fork_quietly (TRUE);

  if (child == 0)
    {
      g_autofree char *fault = operations_run (operations, n);

      _exit (fault != NULL ? 1 : 0);
    }
  return wait_for (child) != 0;
}

/* Runs the sequences of these seeds; the last number in the pipe is the one at work. */
static void
run_batch (guint32 first, guint n, int report)
{
  for (guint32 seed = first; seed < first + n; seed++)
    {
      g_autoptr (GArray) operations = draw (seed);
      g_autofree char *fault = NULL;

      if (write (report, &seed, sizeof seed) != sizeof seed)
        _exit (2);
      fault = operations_run ((const Operation *) operations->data, operations->len);
      if (fault != NULL)
        {
          g_printerr ("%s\n", fault);
          _exit (1);
        }
    }
  _exit (0);
}

static guint32
read_last (int report)
{
  guint32 seed = 0;

  while (read (report, &seed, sizeof seed) == sizeof seed)
    continue;
  return seed;
}

static void
print_shrunk (guint32 seed)
{
  g_autoptr (GArray) operations = draw (seed);
  g_autofree char *rows = NULL;

  operations_shrink (operations, fails_in_child, NULL);
  rows = operations_print (operations);
  g_printerr ("seed %u fails; this is enough:\n%s", seed, rows);
  /* Once more aloud. */
  if (fork_quietly (FALSE) == 0)
    {
      g_autofree char *fault
        = operations_run ((const Operation *) operations->data, operations->len);

      g_printerr ("%s\n", fault != NULL ? fault : "no fault now");
      _exit (0);
    }
  wait (NULL);
}

static guint32
first_seed (void)
{
  const char *seed = g_getenv ("RAPPORT_SEED");

  return seed != NULL ? (guint32) g_ascii_strtoull (seed, NULL, 10) : FIRST_SEED;
}

static void
check_random (void)
{
  const gboolean many = g_strcmp0 (g_getenv ("RAPPORT_LONG"), "1") == 0;
  const guint n = many ? N_SEQUENCES_LONG : N_SEQUENCES;
  guint32 last;
  int status;
  int ends[2];
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork_quietly (FALSE);
  if (child == 0)
    {
      close (ends[0]);
      run_batch (first_seed (), n, ends[1]);
    }
  close (ends[1]);
  last = read_last (ends[0]);
  close (ends[0]);
  status = wait_for (child);
  if (status != 0)
    print_shrunk (last);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpuint (last, ==, first_seed () + n - 1);
  g_test_message ("%u sequences of %u steps", n, N_STEPS);
}

/* A few in this process, which is the one that is looked at for leaks. */
static void
check_in_process (void)
{
  for (guint32 seed = 1000000; seed < 1000010; seed++)
    {
      g_autoptr (GArray) operations = draw (seed);
      g_autofree char *fault
        = operations_run ((const Operation *) operations->data, operations->len);

      g_assert_cmpstr (fault, ==, NULL);
    }
}

/* What failed once. */
static const Operation known[] = {
  { OPERATION_BEGIN, 0, 0, 0, 0 },
  { OPERATION_CANCEL, 0, 0, 0, 0 },
};

static void
check_known (void)
{
  g_autofree char *fault = operations_run (known, G_N_ELEMENTS (known));

  g_assert_cmpstr (fault, ==, NULL);
}

/* Stands for a fault that needs an insertion and, somewhere behind it, an undo. */
static gboolean
has_insert_and_undo (const Operation *operations, guint n, gpointer user_data)
{
  guint *trials = user_data;
  gboolean inserted = FALSE;

  *trials += 1;
  for (guint i = 0; i < n; i++)
    if (operations[i].kind == OPERATION_INSERT)
      inserted = TRUE;
    else if (operations[i].kind == OPERATION_UNDO && inserted)
      return TRUE;
  return FALSE;
}

static void
check_shrinker (void)
{
  for (guint32 seed = 1; seed <= 50; seed++)
    {
      g_autoptr (GArray) operations = draw (seed);
      g_autofree char *rows = NULL;
      guint trials = 0;

      g_assert_true (has_insert_and_undo ((const Operation *) operations->data, operations->len,
                                          &trials));
      operations_shrink (operations, has_insert_and_undo, &trials);
      rows = operations_print (operations);
      g_assert_cmpstr (rows, ==, "  { OPERATION_INSERT, 0, 0, 0, 0 },\n"
                                 "  { OPERATION_UNDO, 0, 0, 0, 0 },\n");
      g_assert_cmpuint (trials, <, 400);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/operations/shrinker", check_shrinker);
  g_test_add_func ("/operations/known", check_known);
  g_test_add_func ("/operations/random", check_random);
  g_test_add_func ("/operations/in-process", check_in_process);
  return g_test_run ();
}
