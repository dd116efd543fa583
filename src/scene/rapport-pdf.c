/* rapport-pdf.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-pdf-private.h"

#include "rapport-cairo-painter.h"
#include "rapport-picture.h"

#include "rapport-config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
paint_background (const RapportScene *scene, cairo_t *cr)
{
  RapportColour colour = rapport_scene_get_background (scene);

  cairo_set_source_rgb (cr, (colour >> 24) / 255.0, (colour >> 16 & 0xFF) / 255.0,
                        (colour >> 8 & 0xFF) / 255.0);
  cairo_paint (cr);
}

static void
paint_scene (const RapportScene *scene,
             cairo_t *cr,
             double width,
             double height,
             gint *painted,
             GCancellable *cancellable)
{
  g_autoptr (RapportCairoPainter) painter = rapport_cairo_painter_new ();
  RapportRect page = rapport_scene_get_page (scene);
  double scale = MIN (width / page.width, height / page.height);

  cairo_translate (cr, (width - page.width * scale) / 2, (height - page.height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -page.x, -page.y);
  rapport_cairo_painter_set_counter (painter, painted);
  rapport_cairo_painter_set_tags (painter, TRUE);
  cairo_tag_begin (cr, "Document", NULL);
  rapport_cairo_painter_paint (painter, scene, cr, &page, cancellable);
  cairo_tag_end (cr, "Document");
}

/**
 * _rapport_pdf_render_painted:
 * @paint: paints the pages
 * @n: how many there are, at least one
 * @width, @height: of each, in points
 *
 * Returns: (transfer full): pages with real text, the same bytes every time; or %NULL with @error set
 */
GBytes *
_rapport_pdf_render_painted (RapportPdfPainter paint, gconstpointer pages, guint n, const char *title, double width,
                             double height, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, file, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  /* cairo writes the time of writing unless it is told that there is none to tell. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, NULL);
  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    {
      cairo_save (cr);
      paint (pages, i, cr, cancellable);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, RAPPORT_PICTURE_ERROR, RAPPORT_PICTURE_ERROR_FAILED,
                   _("The PDF could not be made: %s."), cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}

/* A scene a page. */
typedef struct
{
  RapportScene *const *scenes;
  double width;
  double height;
  gboolean transparent;
  gint *painted;
} Pages;

static void
paint_page (gconstpointer data, guint page, cairo_t *cr, GCancellable *cancellable)
{
  const Pages *pages = data;

  if (!pages->transparent)
    paint_background (pages->scenes[page], cr);
  paint_scene (pages->scenes[page], cr, pages->width, pages->height, pages->painted, cancellable);
}

/**
 * _rapport_pdf_render_pages:
 * @scenes: (array length=n): at least one; the first has the title
 * @width: in points
 * @height: in points
 * @painted: (nullable): counts items
 *
 * Returns: (transfer full): pages with real text, the same bytes every time; or %NULL with @error set
 */
GBytes *
_rapport_pdf_render_pages (RapportScene *const *scenes,
                           guint n,
                           double width,
                           double height,
                           gboolean transparent,
                           gint *painted,
                           GCancellable *cancellable,
                           GError **error)
{
  const Pages pages = { scenes, width, height, transparent, painted };

  return _rapport_pdf_render_painted (paint_page, &pages, n, rapport_scene_get_title (scenes[0]), width, height,
                                      cancellable, error);
}

/* One page: see above. */
GBytes *
_rapport_pdf_render (const RapportScene *scene,
                     double width,
                     double height,
                     gboolean transparent,
                     gint *painted,
                     GCancellable *cancellable,
                     GError **error)
{
  RapportScene *const one = (RapportScene *) scene;

  return _rapport_pdf_render_pages (&one, 1, width, height, transparent, painted, cancellable, error);
}
