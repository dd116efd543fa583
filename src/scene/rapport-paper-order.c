/* rapport-paper-order.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-paper-order.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-blank.h"
#include "rapport-picture.h"

/* The map on one sheet of A4. */
void
rapport_paper_order_init (RapportPaperOrder *self)
{
  g_return_if_fail (self != NULL);

  *self = (RapportPaperOrder){ .overlap = RAPPORT_SHEETS_OVERLAP };
  rapport_picture_size_parse (&self->sheet, "A4", NULL);
}

static gboolean
set_paper (RapportPictureSize *size, const char *name, GError **error)
{
  RapportPictureSize read;

  if (rapport_picture_size_parse (&read, name, NULL) && read.paper)
    {
      *size = read;
      return TRUE;
    }
  g_set_error (error, RAPPORT_PICTURE_ERROR, RAPPORT_PICTURE_ERROR_SIZE,
               _("There is no paper “%s”; there are A4, A3, A2, A1 and A0, and for a picture board-paper."), name);
  return FALSE;
}

/* @name: A4 to A0. Returns: %FALSE with %RAPPORT_PICTURE_ERROR_SIZE when it is none of these */
gboolean
rapport_paper_order_set_sheet (RapportPaperOrder *self, const char *name, GError **error)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);
  return set_paper (&self->sheet, name, error);
}

/* @name: A4 to A0 or board-paper: how large the picture is, on however many sheets. Returns: as above */
gboolean
rapport_paper_order_set_size (RapportPaperOrder *self, const char *name, GError **error)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);
  return set_paper (&self->picture, name, error);
}

static gboolean
plan_sheets (const RapportPaperOrder *self, RapportSheets *sheets, GError **error)
{
  const RapportPictureSize *sheet = &self->sheet, *picture = &self->picture;

  gboolean done = FALSE;

  if (picture->width > 0)
    done = rapport_sheets_plan (sheets, picture->width, picture->height, sheet->width, sheet->height, self->overlap);
  else if (self->overlap >= 0 && self->overlap <= RAPPORT_SHEETS_MOST_OVERLAP && self->across <= RAPPORT_SHEETS_MOST_ACROSS)
    {
      rapport_sheets_plan_grid (sheets, MAX (self->across, 1), sheet->page_width / sheet->page_height, sheet->width,
                                sheet->height, self->overlap);
      done = TRUE;
    }
  if (done)
    return TRUE;
  g_set_error (error, RAPPORT_PICTURE_ERROR, RAPPORT_PICTURE_ERROR_SIZE,
               _("That is too large an overlap for these sheets, or more than %d of them."), RAPPORT_SHEETS_MOST);
  return FALSE;
}

/**
 * rapport_paper_order_make:
 * @lens: how the map is looked at; cards and the empty wheel only take the map's sectors and question
 *
 * Returns: (transfer full): the pages; %NULL with %RAPPORT_PICTURE_ERROR_SIZE where there is no way to divide it
 */
RapportPaper *
rapport_paper_order_make (const RapportPaperOrder *self, RapportMap *map, const RapportLens *lens, GError **error)
{
  const RapportTheme *theme;
  const RapportPictureSize *size;
  g_autoptr (RapportScene) scene = NULL;
  RapportSheets sheets;
  RapportPage page;

  g_return_val_if_fail (self != NULL && RAPPORT_IS_MAP (map) && lens != NULL, NULL);

  theme = rapport_theme_get (self->scheme, RAPPORT_MEDIUM_PAPER);
  if (self->kind == RAPPORT_PAPER_CARDS)
    {
      g_autoptr (GPtrArray) cards = rapport_blank_cards_new (map, theme, self->sheet.width, self->sheet.height);

      return rapport_paper_new_pages (cards);
    }
  if (!plan_sheets (self, &sheets, error))
    return NULL;
  size = self->picture.width > 0 ? &self->picture : &self->sheet;
  page = self->page;
  page.width = size->page_width;
  page.height = size->page_height;
  if (self->kind == RAPPORT_PAPER_WHEEL)
    scene = rapport_blank_wheel_new (map, theme, &page);
  else
    scene = rapport_scene_new (map, lens, theme, &page);
  return rapport_paper_new_picture (scene, &sheets);
}
