/* rapport-picture.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-picture.h"

#include "rapport-pdf-private.h"
#include "rapport-png-private.h"
#include "rapport-svg-painter.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MM_PER_INCH 25.4
#define POINTS_PER_INCH 72
/* Of a PNG for paper. */
#define PRINT_DENSITY 300
/* Of a screen, by which CSS and the map unit reckon. */
#define SCREEN_DENSITY 96

static const char *const endings[] = {
  [RAPPORT_PICTURE_PNG] = ".png",
  [RAPPORT_PICTURE_SVG] = ".svg",
  [RAPPORT_PICTURE_PDF] = ".pdf",
};

G_DEFINE_QUARK (rapport-picture-error-quark, rapport_picture_error)

static gboolean
ends_in (const char *text, const char *ending)
{
  gsize length = strlen (text), end = strlen (ending);

  return length > end && g_ascii_strcasecmp (text + length - end, ending) == 0;
}

/**
 * rapport_picture_format_from_name:
 * @format: (out): the format that the end of @file_name stands for
 *
 * Returns: %FALSE with %RAPPORT_PICTURE_ERROR_FORMAT when it stands for none
 */
gboolean
rapport_picture_format_from_name (const char *file_name, RapportPictureFormat *format, GError **error)
{
  g_return_val_if_fail (file_name != NULL && format != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (ends_in (file_name, endings[i]))
      {
        *format = (RapportPictureFormat) i;
        return TRUE;
      }
  g_set_error_literal (error, RAPPORT_PICTURE_ERROR, RAPPORT_PICTURE_ERROR_FORMAT,
                       _("A picture’s name has to end in .png, .svg or .pdf."));
  return FALSE;
}

static double
get_scale (const RapportPictureOptions *options)
{
  return options->scale > 0 ? options->scale : 1;
}

/* Pixels to one of the size's units. */
static double
get_density (const RapportPictureOptions *options)
{
  return (options->size.paper ? PRINT_DENSITY / MM_PER_INCH : 1) * get_scale (options);
}

/* Paper stays as large as it is; a scale only makes it denser. */
static double
get_inches (const RapportPictureOptions *options, double length)
{
  return options->size.paper ? length / MM_PER_INCH : length * get_scale (options) / SCREEN_DENSITY;
}

static gboolean
check_pixels (double width, double height, GError **error)
{
  if (width > RAPPORT_PICTURE_LONGEST || height > RAPPORT_PICTURE_LONGEST)
    {
      g_set_error (error, RAPPORT_PICTURE_ERROR, RAPPORT_PICTURE_ERROR_SIZE,
                   _("A picture of %.0f × %.0f pixels cannot be made: no side may be longer than %d pixels."),
                   width, height, RAPPORT_PICTURE_LONGEST);
      return FALSE;
    }
  if (width * height > RAPPORT_PICTURE_MOST_PIXELS)
    {
      g_set_error (error, RAPPORT_PICTURE_ERROR, RAPPORT_PICTURE_ERROR_SIZE,
                   _("A picture of %.0f × %.0f pixels cannot be made: it may have at most %.0f million of them."),
                   width, height, RAPPORT_PICTURE_MOST_PIXELS / 1e6);
      return FALSE;
    }
  return TRUE;
}

static GBytes *
render_png (const RapportScene *scene,
            const RapportPictureOptions *options,
            GCancellable *cancellable,
            GError **error)
{
  double density = get_density (options);
  double width = MAX (1, round (options->size.width * density));
  double height = MAX (1, round (options->size.height * density));
  RapportPngSize size = { .transparent = options->transparent };

  if (!check_pixels (width, height, error))
    return NULL;
  size.width = (guint) width;
  size.height = (guint) height;
  size.per_metre = options->size.paper ? density * 1000 : 0;
  return _rapport_png_render (scene, &size, options->painted, cancellable, error);
}

static char *
format_length (const RapportPictureOptions *options, double length)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  double scaled = options->size.paper ? length : length * get_scale (options);

  g_ascii_formatd (number, sizeof number, "%g", scaled);
  return g_strconcat (number, options->size.paper ? "mm" : "", NULL);
}

static GBytes *
render_svg (const RapportScene *scene,
            const RapportPictureOptions *options,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *width = format_length (options, options->size.width);
  g_autofree char *height = format_length (options, options->size.height);
  const RapportSvgOptions svg = { width, height, options->transparent };
  g_autoptr (RapportSvgPainter) painter = rapport_svg_painter_new (&svg);
  g_autoptr (GBytes) bytes = NULL;

  rapport_svg_painter_set_counter (painter, options->painted);
  bytes = rapport_svg_painter_paint (painter, scene, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&bytes);
}

gboolean
_rapport_picture_get_points (const RapportPictureOptions *options, double *width, double *height, GError **error)
{
  *width = get_inches (options, options->size.width) * POINTS_PER_INCH;
  *height = get_inches (options, options->size.height) * POINTS_PER_INCH;
  return check_pixels (*width, *height, error);
}

static GBytes *
render_pdf (const RapportScene *scene,
            const RapportPictureOptions *options,
            GCancellable *cancellable,
            GError **error)
{
  double width, height;

  if (!_rapport_picture_get_points (options, &width, &height, error))
    return NULL;
  return _rapport_pdf_render (scene, width, height, options->transparent, options->painted, cancellable, error);
}

/**
 * rapport_picture_render:
 * @scene: made for the page of the size in @options
 * @cancellable: (nullable): ends the work early, with %G_IO_ERROR_CANCELLED
 *
 * Makes a file of a scene. May run in any thread. The same scene and options give the same bytes; nothing in them
 * tells who made them, where or when.
 *
 * Returns: (transfer full): the file, or %NULL with @error set
 */
GBytes *
rapport_picture_render (const RapportScene *scene,
                        const RapportPictureOptions *options,
                        GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (scene != NULL && options != NULL, NULL);

  switch (options->format)
    {
    case RAPPORT_PICTURE_PNG:
      return render_png (scene, options, cancellable, error);
    case RAPPORT_PICTURE_SVG:
      return render_svg (scene, options, cancellable, error);
    case RAPPORT_PICTURE_PDF:
      return render_pdf (scene, options, cancellable, error);
    }
  g_return_val_if_reached (NULL);
}
