/* rapport-png.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-png-private.h"

#include "rapport-png-band-private.h"

#include <string.h>
#include <zlib.h>

/* Pixels up to which one thread does it alone, and of the largest band: 64 MiB. How a picture is divided depends
 * on its size alone, never on the machine, so that its bytes are the same everywhere. */
#define SMALL (1024 * 1024)
#define LARGEST_BAND (16 * 1024 * 1024)
#define BANDS 2

#define COLOUR_RGB 2
#define COLOUR_RGBA 6
#define UNIT_METRE 1

/* --- Chunks ----------------------------------------------------------------------------------------------------- */

static void
append_number (GByteArray *out, guint32 number)
{
  guint32 bytes = GUINT32_TO_BE (number);

  g_byte_array_append (out, (const guint8 *) &bytes, sizeof bytes);
}

/* Length, name, content and checksum of name and content. */
static void
append_chunk (GByteArray *out, const char *name, const guint8 *data, gsize length)
{
  uLong check = crc32_z (crc32_z (0, NULL, 0), (const guint8 *) name, 4);

  append_number (out, (guint32) length);
  g_byte_array_append (out, (const guint8 *) name, 4);
  if (length > 0)
    {
      g_byte_array_append (out, data, (guint) length);
      check = crc32_z (check, data, length);
    }
  append_number (out, (guint32) check);
}

static void
append_header (GByteArray *out, const RapportPngSize *size)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
  const guint8 rest[] = { 8, size->transparent ? COLOUR_RGBA : COLOUR_RGB, 0, 0, 0 };
  g_autoptr (GByteArray) header = g_byte_array_new ();

  append_number (header, size->width);
  append_number (header, size->height);
  g_byte_array_append (header, rest, sizeof rest);
  g_byte_array_append (out, signature, sizeof signature);
  append_chunk (out, "IHDR", header->data, header->len);
}

static void
append_physical_size (GByteArray *out, double per_metre)
{
  g_autoptr (GByteArray) chunk = g_byte_array_new ();
  const guint8 unit = UNIT_METRE;

  if (per_metre <= 0)
    return;
  append_number (chunk, (guint32) (per_metre + 0.5));
  append_number (chunk, (guint32) (per_metre + 0.5));
  g_byte_array_append (chunk, &unit, 1);
  append_chunk (out, "pHYs", chunk->data, chunk->len);
}

/* A text in UTF-8, not packed, with its language. */
static void
append_text (GByteArray *out, const char *keyword, const char *language, const char *text)
{
  static const guint8 not_packed[] = { 0, 0 };
  g_autoptr (GByteArray) chunk = NULL;

  if (text == NULL || *text == '\0')
    return;
  chunk = g_byte_array_new ();
  g_byte_array_append (chunk, (const guint8 *) keyword, (guint) strlen (keyword) + 1);
  g_byte_array_append (chunk, not_packed, sizeof not_packed);
  g_byte_array_append (chunk, (const guint8 *) language, (guint) strlen (language) + 1);
  g_byte_array_append (chunk, not_packed, 1); /* the keyword is not translated */
  g_byte_array_append (chunk, (const guint8 *) text, (guint) strlen (text));
  append_chunk (out, "iTXt", chunk->data, chunk->len);
}

/* The bands in one stream, each in a chunk: a head, what was packed, and the checksum of all. */
static void
append_bands (GByteArray *out, const RapportPngBand *bands, guint n)
{
  static const guint8 head[] = { 0x78, 0x01 };
  uLong check = adler32_z (0, NULL, 0);
  guint32 tail;

  append_chunk (out, "IDAT", head, sizeof head);
  for (guint i = 0; i < n; i++)
    {
      append_chunk (out, "IDAT", bands[i].packed->data, bands[i].packed->len);
      check = adler32_combine (check, bands[i].check, (z_off_t) bands[i].length);
    }
  tail = GUINT32_TO_BE ((guint32) check);
  append_chunk (out, "IDAT", (const guint8 *) &tail, sizeof tail);
}

static GBytes *
assemble (const RapportScene *scene,
          const RapportPngSize *size,
          const RapportPngBand *bands,
          guint n)
{
  static const guint8 perceptual[] = { 0 };
  const char *language = rapport_scene_get_language (scene);
  GByteArray *out = g_byte_array_new ();

  append_header (out, size);
  append_chunk (out, "sRGB", perceptual, sizeof perceptual);
  append_physical_size (out, size->per_metre);
  append_text (out, "Title", language, rapport_scene_get_title (scene));
  append_text (out, "Description", language, rapport_scene_get_description (scene));
  append_bands (out, bands, n);
  append_chunk (out, "IEND", NULL, 0);
  return g_byte_array_free_to_bytes (out);
}

/* --- Bands ------------------------------------------------------------------------------------------------------ */

static guint
count_bands (const RapportPngSize *size)
{
  double pixels = (double) size->width * size->height;
  guint n = pixels <= SMALL ? 1 : BANDS;

  while (pixels / n > LARGEST_BAND)
    n += BANDS;
  return MIN (n, size->height);
}

static void
run_band (gpointer band, gpointer data)
{
  _rapport_png_band_run (band);
}

static void
run_bands (RapportPngBand *bands, guint n)
{
  GThreadPool *pool;

  if (n == 1)
    {
      _rapport_png_band_run (&bands[0]);
      return;
    }
  pool = g_thread_pool_new (run_band, NULL, BANDS, FALSE, NULL);
  for (guint i = 0; i < n; i++)
    g_thread_pool_push (pool, &bands[i], NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

static GError *
take_error (RapportPngBand *bands, guint n)
{
  for (guint i = 0; i < n; i++)
    if (bands[i].error != NULL)
      return g_steal_pointer (&bands[i].error);
  return NULL;
}

/**
 * _rapport_png_render:
 * @painted: (nullable): counts items, each once a band
 *
 * Returns: (transfer full): the file, or %NULL with @error set
 */
GBytes *
_rapport_png_render (const RapportScene *scene,
                     const RapportPngSize *size,
                     gint *painted,
                     GCancellable *cancellable,
                     GError **error)
{
  guint n = count_bands (size);
  g_autofree RapportPngBand *bands = g_new0 (RapportPngBand, n);
  GError *failure;
  GBytes *bytes = NULL;

  for (guint i = 0; i < n; i++)
    {
      bands[i] = (RapportPngBand){ scene, size, cancellable, painted };
      bands[i].from = (guint) ((guint64) size->height * i / n);
      bands[i].to = (guint) ((guint64) size->height * (i + 1) / n);
      bands[i].last = i + 1 == n;
    }
  run_bands (bands, n);
  failure = take_error (bands, n);
  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    bytes = assemble (scene, size, bands, n);
  for (guint i = 0; i < n; i++)
    _rapport_png_band_clear (&bands[i]);
  return bytes;
}
