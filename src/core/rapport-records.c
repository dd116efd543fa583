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

/* Returns: the first byte behind @n cells */
static const char *
skip_cells (const char *cells, guint n)
{
  for (guint i = 0; i < n; i++)
    cells += strlen (cells) + 1;
  return cells;
}

/* @cells: (inout): afterwards the next record's. Returns: where that goes */
static guint8 *
put_record (guint8 *at, const char **cells, guint n_cells)
{
  const char *start = *cells;
  const char *end = start;
  guint8 *offsets;
  guint width;

  *cells = skip_cells (start, n_cells);
  memcpy (at, start, (gsize) (*cells - start));
  width = offset_size ((gsize) (*cells - start), n_cells);
  offsets = at + (*cells - start);
  for (guint i = 0; i < n_cells; i++)
    {
      end = skip_cells (end, 1);
      offsets = put_offset (offsets, (guint64) (end - start), width);
    }
  return offsets;
}

static gsize
body_size (const char *cells, guint n_cells, guint n_records)
{
  gsize size = 0;

  for (guint i = 0; i < n_records; i++)
    {
      const char *next = skip_cells (cells, n_cells);
      gsize length = (gsize) (next - cells);

      size += length + n_cells * offset_size (length, n_cells);
      cells = next;
    }
  return size;
}

/**
 * rapport_records_pack:
 * @cells: @n_records × @n_cells clean texts, record by record, each with its NUL
 *
 * Returns: (transfer full): "aas", not floating
 */
GVariant *
rapport_records_pack (const char *cells, guint n_cells, guint n_records)
{
  gsize body = body_size (cells, n_cells, n_records);
  guint width = offset_size (body, n_records);
  gsize total = body + (gsize) n_records * width;
  guint8 *data = g_malloc (MAX (total, 1));
  guint8 *at = data;
  guint8 *offsets = data + body;

  for (guint i = 0; i < n_records; i++)
    {
      at = put_record (at, &cells, n_cells);
      offsets = put_offset (offsets, (guint64) (at - data), width);
    }
  return g_variant_ref_sink (g_variant_new_from_data (G_VARIANT_TYPE ("aas"), data, total, TRUE, g_free,
                                                      data));
}

/**
 * rapport_records_next_cell:
 * @cell: a text of a record; the first of all is what g_variant_get_data() of the "aas" points to
 *
 * Returns: the next text of the same record
 */
const char *
rapport_records_next_cell (const char *cell)
{
  return skip_cells (cell, 1);
}

/**
 * rapport_records_next_record:
 * @record: the first text of a record of @n_cells
 *
 * The "aas" must be in normal form, as all are
 * that a field holds.
 *
 * Returns: the first text of the next record, where there is one
 */
const char *
rapport_records_next_record (const char *record, guint n_cells)
{
  const char *end = skip_cells (record, n_cells);

  return end + n_cells * offset_size ((gsize) (end - record), n_cells);
}
