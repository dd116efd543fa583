/* rapport-records.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notes are the commonest thing in a large map, and a builder takes forty times as long as this to put one
 * together: the bytes of "aas" are written down as the format of serialised GVariants says
 * (each string with its NUL, then the ends of all of them in the smallest size that holds the total).
 */
#include "rapport-records.h"

#include <string.h>

static guint
offset_size (gsize body, gsize n)
{
  if (body + n <= G_MAXUINT8)
    return 1;
  if (body + 2 * n <= G_MAXUINT16)
    return 2;
  if (body + 4 * n <= G_MAXUINT32)
    return 4;
  return 8;
}

static guint8 *
put_offset (guint8 *at, guint64 end, guint size)
{
  guint64 little = GUINT64_TO_LE (end);

#if G_BYTE_ORDER == G_LITTLE_ENDIAN
  memcpy (at, &little, size);
#else
  /* Offsets are little-endian on every machine. */
  for (guint i = 0; i < size; i++)
    at[i] = (guint8) (end >> (8 * i));
  (void) little;
#endif
  return at + size;
}

static gsize
record_size (const char *const *cells, guint n_cells)
{
  gsize body = 0;

  for (guint i = 0; i < n_cells; i++)
    body += strlen (cells[i]) + 1;
  return body + n_cells * offset_size (body, n_cells);
}

static guint8 *
put_record (guint8 *at, const char *const *cells, guint n_cells, gsize size)
{
  guint8 *start = at;
  guint8 *offsets;
  gsize body = 0;
  guint width;

  for (guint i = 0; i < n_cells; i++)
    body += strlen (cells[i]) + 1;
  width = offset_size (body, n_cells);
  offsets = start + body;
  for (guint i = 0; i < n_cells; i++)
    {
      gsize length = strlen (cells[i]) + 1;

      memcpy (at, cells[i], length);
      at += length;
      offsets = put_offset (offsets, (guint64) (at - start), width);
    }
  return start + size;
}

/**
 * rapport_records_pack:
 * @cells: @n_records × @n_cells clean texts, record by record
 *
 * Returns: (transfer full): "aas", not floating
 */
GVariant *
rapport_records_pack (const char *const *cells, guint n_cells, guint n_records)
{
  g_autofree gsize *sizes = g_new (gsize, n_records + 1);
  gsize body = 0;
  gsize total;
  guint width;
  guint8 *data;
  guint8 *at;
  guint8 *offsets;

  for (guint i = 0; i < n_records; i++)
    {
      sizes[i] = record_size (cells + (gsize) i * n_cells, n_cells);
      body += sizes[i];
    }
  width = offset_size (body, n_records);
  total = body + (gsize) n_records * width;
  data = g_malloc (MAX (total, 1));
  at = data;
  offsets = data + body;
  for (guint i = 0; i < n_records; i++)
    {
      at = put_record (at, cells + (gsize) i * n_cells, n_cells, sizes[i]);
      offsets = put_offset (offsets, (guint64) (at - data), width);
    }
  return g_variant_ref_sink (g_variant_new_from_data (G_VARIANT_TYPE ("aas"), data, total, TRUE, g_free,
                                                      data));
}
