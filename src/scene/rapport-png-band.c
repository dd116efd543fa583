/* rapport-png-band.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-png-band-private.h"

#include "rapport-cairo-painter.h"
#include "rapport-picture.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <zlib.h>

/* Measured on maps at 4,096 pixels: flat colours pack best without any filter and hardly better at higher levels,
 * while the usual level 6 with chosen filters takes three times as long and a third more room. */
#define LEVEL 2
#define MEMORY_LEVEL 9
/* Deflate without a header of its own: the bands are joined into one stream. */
#define RAW_WINDOW -15
/* Each row begins with the number of its filter. */
#define NO_FILTER 0
#define ROOM (64 * 1024)

static void
fail (RapportPngBand *self)
{
  g_set_error_literal (&self->error, RAPPORT_PICTURE_ERROR, RAPPORT_PICTURE_ERROR_FAILED,
                       _("There is not enough memory for a picture of this size."));
}

/* --- Painting --------------------------------------------------------------------------------------------------- */

static void
paint_background (const RapportPngBand *self, cairo_t *cr)
{
  RapportColour colour = rapport_scene_get_background (self->scene);

  if (self->size->transparent)
    return;
  cairo_set_source_rgb (cr, (colour >> 24) / 255.0, (colour >> 16 & 0xFF) / 255.0,
                        (colour >> 8 & 0xFF) / 255.0);
  cairo_paint (cr);
}

/* The page as large as the picture lets it be, in its middle. */
static void
fit_page (const RapportPngBand *self, cairo_t *cr, RapportRect *view)
{
  RapportRect page = rapport_scene_get_page (self->scene);
  double width = self->size->width, height = self->size->height;
  double scale = MIN (width / page.width, height / page.height);

  cairo_translate (cr, (width - page.width * scale) / 2,
                   (height - page.height * scale) / 2 - self->from);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -page.x, -page.y);
  cairo_clip_extents (cr, &view->x, &view->y, &view->width, &view->height);
  view->width -= view->x;
  view->height -= view->y;
}

static cairo_surface_t *
paint (RapportPngBand *self)
{
  g_autoptr (RapportCairoPainter) painter = NULL;
  cairo_format_t format = self->size->transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24;
  cairo_surface_t *surface
    = cairo_image_surface_create (format, (int) self->size->width, (int) (self->to - self->from));
  cairo_t *cr = cairo_create (surface);
  RapportRect view;

  paint_background (self, cr);
  fit_page (self, cr, &view);
  painter = rapport_cairo_painter_new ();
  rapport_cairo_painter_set_counter (painter, self->painted);
  rapport_cairo_painter_paint (painter, self->scene, cr, &view, self->cancellable);
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    g_clear_pointer (&surface, cairo_surface_destroy);
  cairo_destroy (cr);
  if (surface != NULL)
    cairo_surface_flush (surface);
  return surface;
}

/* --- Packing ---------------------------------------------------------------------------------------------------- */

/* cairo keeps a pixel in 32 bits of the machine's order; a PNG wants red, green, blue. */
static void
write_opaque_row (const guint32 *pixels, guint width, guint8 *row)
{
  for (guint x = 0; x < width; x++, row += 3)
    {
      row[0] = (guint8) (pixels[x] >> 16);
      row[1] = (guint8) (pixels[x] >> 8);
      row[2] = (guint8) pixels[x];
    }
}

static guint8
undo_alpha (guint32 colour, guint32 alpha)
{
  return alpha == 0 ? 0 : (guint8) (((colour & 0xFF) * 255 + alpha / 2) / alpha);
}

static void
write_transparent_row (const guint32 *pixels, guint width, guint8 *row)
{
  for (guint x = 0; x < width; x++, row += 4)
    {
      guint32 alpha = pixels[x] >> 24;

      row[0] = undo_alpha (pixels[x] >> 16, alpha);
      row[1] = undo_alpha (pixels[x] >> 8, alpha);
      row[2] = undo_alpha (pixels[x], alpha);
      row[3] = (guint8) alpha;
    }
}

/* Packs what @stream was given, and appends it. */
static void
drain (RapportPngBand *self, z_stream *stream, int flush)
{
  guint8 room[ROOM];

  do
    {
      stream->next_out = room;
      stream->avail_out = sizeof room;
      deflate (stream, flush);
      g_byte_array_append (self->packed, room, (guint) (sizeof room - stream->avail_out));
    }
  while (stream->avail_out == 0);
}

static void
pack_rows (RapportPngBand *self, cairo_surface_t *surface, z_stream *stream)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  gsize length = 1 + (gsize) self->size->width * (self->size->transparent ? 4 : 3);
  g_autofree guint8 *row = g_malloc (length);

  row[0] = NO_FILTER;
  for (guint y = 0; y < self->to - self->from; y++)
    {
      const guint32 *pixels = (const guint32 *) (gconstpointer) (data + y * stride);

      if (self->size->transparent)
        write_transparent_row (pixels, self->size->width, row + 1);
      else
        write_opaque_row (pixels, self->size->width, row + 1);
      self->check = (guint32) adler32_z (self->check, row, length);
      self->length += length;
      stream->next_in = row;
      stream->avail_in = (uInt) length;
      drain (self, stream, Z_NO_FLUSH);
    }
}

static void
pack (RapportPngBand *self, cairo_surface_t *surface)
{
  z_stream stream = { 0 };

  if (deflateInit2 (&stream, LEVEL, Z_DEFLATED, RAW_WINDOW, MEMORY_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
    {
      fail (self);
      return;
    }
  self->check = (guint32) adler32_z (0, NULL, 0);
  self->packed = g_byte_array_new ();
  pack_rows (self, surface, &stream);
  drain (self, &stream, self->last ? Z_FINISH : Z_FULL_FLUSH);
  deflateEnd (&stream);
}

/**
 * _rapport_png_band_run:
 *
 * Paints and packs the rows. May run in any thread; the rest of the band is only touched after it.
 */
void
_rapport_png_band_run (RapportPngBand *self)
{
  cairo_surface_t *surface;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    return;
  surface = paint (self);
  if (surface == NULL)
    fail (self);
  else if (!g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    pack (self, surface);
  g_clear_pointer (&surface, cairo_surface_destroy);
}

void
_rapport_png_band_clear (RapportPngBand *self)
{
  g_clear_pointer (&self->packed, g_byte_array_unref);
  g_clear_error (&self->error);
}
