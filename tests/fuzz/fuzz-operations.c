/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sequences of operations on a map: every eight bytes are one.
 */
#include "operations.h"

#define BYTES_PER_OPERATION 8
#define MOST_OPERATIONS 128

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return 0;
}

static guint16
two_bytes (const guint8 *data)
{
  return (guint16) (data[0] | data[1] << 8);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  Operation operations[MOST_OPERATIONS];
  const guint n = (guint) MIN (size / BYTES_PER_OPERATION, MOST_OPERATIONS);
  g_autofree char *fault = NULL;

  for (guint i = 0; i < n; i++, data += BYTES_PER_OPERATION)
    operations[i] = (Operation){
      data[0], data[1], two_bytes (data + 2), two_bytes (data + 4), two_bytes (data + 6),
    };
  fault = operations_run (operations, n);
  if (fault != NULL)
    g_error ("%s", fault);
  return 0;
}
