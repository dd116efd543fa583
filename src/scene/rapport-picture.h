/* rapport-picture.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "rapport-picture-size.h"
#include "rapport-scene.h"

G_BEGIN_DECLS

typedef enum
{
  RAPPORT_PICTURE_PNG,
  RAPPORT_PICTURE_SVG,
  RAPPORT_PICTURE_PDF,
} RapportPictureFormat;

#define RAPPORT_PICTURE_ERROR (rapport_picture_error_quark ())
GQuark rapport_picture_error_quark (void);

typedef enum
{
  RAPPORT_PICTURE_ERROR_FORMAT, /* no such format */
  RAPPORT_PICTURE_ERROR_SIZE,   /* no such size, or one that cannot be made */
  RAPPORT_PICTURE_ERROR_FAILED,
} RapportPictureError;

/* The longest side of a picture in pixels, which is cairo's, and the most pixels of one. */
#define RAPPORT_PICTURE_LONGEST 32767
#define RAPPORT_PICTURE_MOST_PIXELS 500000000.0

/**
 * RapportPictureOptions:
 * How a scene becomes a file.
 */
typedef struct
{
  RapportPictureFormat format;
  RapportPictureSize size;
  double scale;         /* of pixels: 2 makes a picture twice as wide; 0 = 1 */
  gboolean transparent; /* without the background */
  gint *painted;        /* nullable: counts the scene's items as they are painted (in a PNG up to once for each of
                           its bands), to be read from any thread with g_atomic_int_get() */
} RapportPictureOptions;

gboolean rapport_picture_format_from_name (const char *file_name, RapportPictureFormat *format,
                                           GError **error);

GBytes *rapport_picture_render (const RapportScene *scene, const RapportPictureOptions *options,
                                GCancellable *cancellable, GError **error);

G_END_DECLS
