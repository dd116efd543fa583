/* rapport-picture-size.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-picture-size.h"

#include "rapport-picture.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  const char *name;
  RapportPictureSize size;
} NamedSize;

/* On paper a map unit is larger than on a screen: the page is as narrow as the wheel, with the legend under it. In a
 * board paper, 160 mm wide, the 22 units of a label are 8 points, and it is high enough for a key to the names. */
#define A_PAGE 1607, 1136

static const NamedSize named[] = {
  { "board-paper", { TRUE, 160, 165, 1248, 1287 } },
  { "a4", { TRUE, 297, 210, A_PAGE } },
  { "a3", { TRUE, 420, 297, A_PAGE } },
  { "a2", { TRUE, 594, 420, A_PAGE } },
  { "a1", { TRUE, 841, 594, A_PAGE } },
  { "a0", { TRUE, 1189, 841, A_PAGE } },
  { "1080p", { FALSE, 1920, 1080, 1920, 1080 } },
  { "4k", { FALSE, 3840, 2160, 1920, 1080 } },
};

/* What is wider than a projector's picture is as high in map units; what is narrower, as wide. */
static void
set_pixels (RapportPictureSize *self, double width, double height)
{
  double aspect = width / height;

  self->paper = FALSE;
  self->width = width;
  self->height = height;
  self->page_width = MAX (1920, 1080 * aspect);
  self->page_height = MAX (1080, 1920 / aspect);
}

void
rapport_picture_size_init (RapportPictureSize *self)
{
  g_return_if_fail (self != NULL);

  set_pixels (self, 1920, 1080);
}

/* Reads a whole number of at most five digits, and moves on. */
static gboolean
read_pixels (const char **text, double *pixels)
{
  const char *p = *text;
  guint value = 0;

  while (g_ascii_isdigit (*p) && p - *text < 5)
    value = value * 10 + (guint) g_ascii_digit_value (*p++);
  if (p == *text || g_ascii_isdigit (*p) || value == 0)
    return FALSE;
  *pixels = value;
  *text = p;
  return TRUE;
}

static gboolean
parse_pixels (RapportPictureSize *self, const char *text)
{
  static const char sign[] = "\303\227"; /* × */
  double width, height;

  if (!read_pixels (&text, &width))
    return FALSE;
  if (*text == '\0')
    {
      set_pixels (self, width, MAX (1, round (width * 1080 / 1920)));
      return TRUE;
    }
  if (g_str_has_prefix (text, sign))
    text += sizeof sign - 1;
  else if (g_ascii_tolower (*text) == 'x')
    text++;
  else
    return FALSE;
  if (!read_pixels (&text, &height) || *text != '\0')
    return FALSE;
  set_pixels (self, width, height);
  return TRUE;
}

/**
 * rapport_picture_size_parse:
 * @text: board-paper, A4 to A0, 1080p, 4K; or in pixels WIDTHxHEIGHT, or WIDTH of a picture as
 *   wide as a projector's
 *
 * Returns: %FALSE with %RAPPORT_PICTURE_ERROR_SIZE when it is none of these
 */
gboolean
rapport_picture_size_parse (RapportPictureSize *self, const char *text, GError **error)
{
  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (g_ascii_strcasecmp (named[i].name, text) == 0)
      {
        *self = named[i].size;
        return TRUE;
      }
  if (parse_pixels (self, text))
    return TRUE;
  g_set_error (error, RAPPORT_PICTURE_ERROR, RAPPORT_PICTURE_ERROR_SIZE,
               _("There is no size “%s”; there are board-paper, A4, A3, A2, A1, A0, 1080p, 4K and "
                 "a width in pixels, or width and height such as 1600x900."),
               text);
  return FALSE;
}
