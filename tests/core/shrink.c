/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shrink.h"

static GArray *
without (GArray *operations, guint from, guint n)
{
  GArray *rest = g_array_sized_new (FALSE, FALSE, sizeof (Operation), operations->len);

  if (from > 0)
    g_array_append_vals (rest, operations->data, from);
  if (from + n < operations->len)
    g_array_append_vals (rest, &g_array_index (operations, Operation, from + n),
                         operations->len - from - n);
  return rest;
}

static void
take_over (GArray *operations, GArray *from)
{
  g_array_set_size (operations, 0);
  g_array_append_vals (operations, from->data, from->len);
}

/* Returns: whether anything of that size could be left out */
static gboolean
leave_out (GArray *operations, guint size, FailsFunc fails, gpointer user_data)
{
  gboolean shorter = FALSE;

  /* From the end, since what comes late matters to nothing that follows. */
  for (guint end = operations->len; end > 0; end -= MIN (end, size))
    {
      const guint from = end - MIN (end, size);
      g_autoptr (GArray) rest = without (operations, from, end - from);

      if (rest->len > 0 && fails ((const Operation *) rest->data, rest->len, user_data))
        {
          take_over (operations, rest);
          shorter = TRUE;
        }
    }
  return shorter;
}

static void
simplify (Operation *operation, guint field, guint value)
{
  if (field == 0)
    operation->a = (guint8) value;
  else if (field == 1)
    operation->b = (guint16) value;
  else if (field == 2)
    operation->c = (guint16) value;
  else
    operation->d = (guint16) value;
}

static void
make_plain (GArray *operations, FailsFunc fails, gpointer user_data)
{
  for (guint i = 0; i < operations->len; i++)
    for (guint field = 0; field < 4; field++)
      for (guint value = 0; value < 2; value++)
        {
          Operation *operation = &g_array_index (operations, Operation, i);
          const Operation before = *operation;

          simplify (operation, field, value);
          if (fails ((const Operation *) operations->data, operations->len, user_data))
            break;
          *operation = before;
        }
}

void
operations_shrink (GArray *operations, FailsFunc fails, gpointer user_data)
{
  guint size = operations->len / 2;

  while (size > 0)
    if (!leave_out (operations, size, fails, user_data) || size > 1)
      size /= 2;
  make_plain (operations, fails, user_data);
}

char *
operations_print (GArray *operations)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < operations->len; i++)
    {
      const Operation *operation = &g_array_index (operations, Operation, i);

      g_string_append_printf (out, "  { OPERATION_%s, %u, %u, %u, %u },\n",
                              operation_get_name (operation), operation->a, operation->b,
                              operation->c, operation->d);
    }
  return g_string_free (out, FALSE);
}
