/* rapport-blank.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-blank.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-scene-private.h"
#include "rapport-sector.h"
#include "rapport-sheets.h"
#include "rapport-text-measure.h"
#include "rapport-wheel.h"

/* Points in a millimetre. */
#define POINT (72 / 25.4)
/* A card is at least so large, in points: a name fits on it that is written with a felt pen. */
#define CARD_WIDTH (84 * POINT)
#define CARD_HEIGHT (52 * POINT)
#define PAD 11.0
#define GLYPH 13.0
#define SECTOR 9.5
#define PROMPT 8.0
#define PIP 3.2
#define PIP_PITCH 11.0

/* One sheet under way. */
typedef struct
{
  RapportMap *map;
  const RapportTheme *theme;
  RapportTextMeasure *measure;
  RapportScene *scene;
  RapportSceneItem *item;
} Sheet;

/* --- Cards --- */

static void
add_text (Sheet *self, const char *text, double x, double y, double size, int weight, RapportAnchor anchor,
          RapportColour colour)
{
  RapportShape *shape = rapport_shape_new_text (text, x, y, size, weight, anchor, colour);

  shape->text_width = rapport_text_measure_width (self->measure, text, size, weight);
  rapport_scene_item_take (self->item, shape);
}

static void
add_rule (Sheet *self, double x1, double y1, double x2, double y2, double dash)
{
  RapportPath *path = rapport_path_new ();
  RapportShape *shape;

  rapport_path_move_to (path, x1, y1);
  rapport_path_line_to (path, x2, y2);
  shape = rapport_shape_new_path (path);
  shape->stroke = self->theme->rim;
  shape->width = 0.6;
  shape->dash[0] = shape->dash[1] = dash;
  rapport_scene_item_take (self->item, shape);
}

static const char *
get_letter (RapportMap *map, const char *sector)
{
  RapportElement *element = rapport_map_lookup (map, sector);
  const char *letter = NULL;

  if (element != NULL && RAPPORT_IS_SECTOR (element))
    letter = rapport_sector_get_letter (RAPPORT_SECTOR (element));
  if (letter == NULL)
    letter = rapport_sector_built_in_letter (sector);
  return letter != NULL ? letter : "+";
}

/* @sector: (nullable): a circle in dashes to be drawn over */
static void
add_glyph (Sheet *self, const char *sector, double x, double y)
{
  RapportOutline outline = sector != NULL ? rapport_outline_for_sector (sector) : RAPPORT_OUTLINE_NONE;
  const RapportSectorStyle *style = &self->theme->sectors[outline];
  RapportShape *shape = rapport_shape_new_path (rapport_outline_make_path (outline, (RapportPoint){ x, y }, GLYPH));

  shape->fill = style->fill;
  shape->pattern = style->pattern;
  shape->pattern_colour = style->pattern_colour;
  shape->stroke = self->theme->ink;
  shape->width = 1;
  if (outline == RAPPORT_OUTLINE_NONE)
    shape->dash[0] = shape->dash[1] = 3;
  rapport_scene_item_take (self->item, shape);
  if (sector == NULL)
    return;
  shape = rapport_shape_new_text (get_letter (self->map, sector), x, y + 4, 11, 700, RAPPORT_ANCHOR_MIDDLE,
                                  style->letter);
  shape->text_width = rapport_text_measure_width (self->measure, shape->text, 11, 700);
  shape->halo = style->pattern != RAPPORT_PATTERN_NONE ? style->fill : 0;
  shape->halo_width = style->pattern != RAPPORT_PATTERN_NONE ? 3 : 0;
  rapport_scene_item_take (self->item, shape);
}

/* Five, to be filled in with a pen. */
static void
add_pips (Sheet *self, double right, double y)
{
  for (int i = 0; i < 5; i++)
    {
      RapportPath *path = rapport_path_new ();
      RapportShape *shape;

      rapport_path_circle (path, right - (4 - i) * PIP_PITCH - PIP, y, PIP);
      shape = rapport_shape_new_path (path);
      shape->stroke = self->theme->soft;
      shape->width = 0.7;
      rapport_scene_item_take (self->item, shape);
    }
}

static void
add_line_to_write_on (Sheet *self, const char *prompt, double x, double y, double width)
{
  add_text (self, prompt, x, y - 3, PROMPT, 500, RAPPORT_ANCHOR_START, self->theme->soft);
  add_rule (self, x, y, x + width, y, 0);
}

static void
add_card (Sheet *self, const char *sector, const RapportRect *card)
{
  const char *const prompts[] = { _("Gives"), _("Gets back"), _("Can decide or say no about") };
  const char *name = sector != NULL ? rapport_map_get_sector_name (self->map, sector) : NULL;
  double left = card->x + PAD, width = card->width - 2 * PAD, top = card->y + PAD;
  double step = (card->height - 2 * PAD - 2 * GLYPH - 16) / 3;

  add_glyph (self, sector, left + GLYPH, top + GLYPH);
  add_text (self, name != NULL ? name : _("Sector:"), left + 2 * GLYPH + 7, top + 6, SECTOR, 600, RAPPORT_ANCHOR_START,
            self->theme->soft);
  add_text (self, _("Influence"), left + width - 5 * PIP_PITCH - 4, top + 6, PROMPT, 500, RAPPORT_ANCHOR_END,
            self->theme->soft);
  add_pips (self, left + width, top + 3);
  /* The name, in large letters. */
  add_rule (self, left + 2 * GLYPH + 7, top + 2 * GLYPH + 4, left + width, top + 2 * GLYPH + 4, 0);
  for (guint i = 0; i < G_N_ELEMENTS (prompts); i++)
    add_line_to_write_on (self, prompts[i], left, top + 2 * GLYPH + 12 + (i + 1) * step, width);
}

/* Returns: (transfer full): as many cards as a sheet holds, and lines to cut along */
static RapportScene *
new_card_sheet (RapportMap *map, const RapportTheme *theme, const char *sector, double width, double height)
{
  const double margin = RAPPORT_SHEETS_MARGIN * POINT;
  guint columns = MAX (1, (guint) ((width - 2 * margin) / CARD_WIDTH));
  guint rows = MAX (1, (guint) ((height - 2 * margin) / CARD_HEIGHT));
  double card_width = (width - 2 * margin) / columns, card_height = (height - 2 * margin) / rows;
  Sheet self = { map, theme, rapport_text_measure_new (theme->font), _rapport_scene_new_empty (width, height),
                 rapport_scene_item_new (RAPPORT_ITEM_HEADING, NULL) };

  g_free (self.scene->font);
  self.scene->font = g_strdup (theme->font);
  for (guint i = 0; i <= columns; i++)
    add_rule (&self, margin + i * card_width, margin / 2, margin + i * card_width, height - margin / 2, 3);
  for (guint i = 0; i <= rows; i++)
    add_rule (&self, margin / 2, margin + i * card_height, width - margin / 2, margin + i * card_height, 3);
  for (guint i = 0; i < columns * rows; i++)
    {
      const RapportRect card = { margin + i % columns * card_width, margin + i / columns * card_height, card_width,
                                 card_height };

      add_card (&self, sector, &card);
    }
  /* Translators: %s is a sector such as “NHS”. */
  self.item->name = sector != NULL ? g_strdup_printf (_("Cards to write on: %s"), rapport_map_get_sector_name (map, sector))
                                   : g_strdup (_("Cards to write on"));
  g_free (self.scene->title);
  self.scene->title = g_strdup (self.item->name);
  g_ptr_array_add (self.scene->items, self.item);
  rapport_text_measure_free (self.measure);
  _rapport_scene_finish (self.scene);
  return self.scene;
}

/**
 * rapport_blank_cards_new:
 * @sheet_width, @sheet_height: of the paper, in millimetres, either way round
 *
 * Returns: (transfer full) (element-type RapportScene): upright sheets whose page is in points, one for each of the map's
 *   sectors and one for whoever belongs to none
 */
GPtrArray *
rapport_blank_cards_new (RapportMap *map, const RapportTheme *theme, double sheet_width, double sheet_height)
{
  GPtrArray *scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) rapport_scene_unref);
  g_autoptr (RapportWheel) wheel = NULL;
  double width = MIN (sheet_width, sheet_height) * POINT, height = MAX (sheet_width, sheet_height) * POINT;

  g_return_val_if_fail (RAPPORT_IS_MAP (map) && theme != NULL, NULL);

  wheel = rapport_wheel_new (map);
  for (guint i = 0; i < rapport_wheel_get_n_wedges (wheel); i++)
    g_ptr_array_add (scenes, new_card_sheet (map, theme, rapport_wheel_get_wedge (wheel, i)->sector, width, height));
  g_ptr_array_add (scenes, new_card_sheet (map, theme, NULL, width, height));
  return scenes;
}

/* --- The wheel --- */

/* Returns: (transfer full): the map's sectors and nobody in them */
static RapportMap *
new_empty_map (RapportMap *map)
{
  RapportMap *empty = rapport_map_new ();
  RapportElementList *sectors = rapport_map_get_list (map, RAPPORT_LIST_SECTORS);

  for (GSequenceIter *iter = rapport_element_list_first (sectors); iter != NULL; iter = rapport_element_list_next (iter))
    {
      RapportElement *sector = g_sequence_get (iter);
      g_autoptr (RapportElement) twin = rapport_element_copy (sector, rapport_element_get_id (sector));

      rapport_map_add (empty, twin);
    }
  return empty;
}

/**
 * rapport_blank_wheel_new:
 * @page: how large it is; a title that is %NULL is the map's question, or else its title
 *
 * Returns: (transfer full): the wheel with the map's sectors, of equal size, and its rings, to lay cards on or to draw
 */
RapportScene *
rapport_blank_wheel_new (RapportMap *map, const RapportTheme *theme, const RapportPage *page)
{
  g_autoptr (RapportMap) empty = NULL;
  g_autoptr (RapportLens) lens = NULL;
  RapportPage asked;

  g_return_val_if_fail (RAPPORT_IS_MAP (map) && theme != NULL && page != NULL, NULL);

  empty = new_empty_map (map);
  lens = rapport_lens_new (empty);
  asked = *page;
  if (asked.title == NULL)
    asked.title = rapport_map_get_question (map);
  if (asked.title == NULL)
    asked.title = rapport_map_get_title (map);
  /* Nothing is there yet of which there would be anything to say. */
  asked.title_only = TRUE;
  return rapport_scene_new (empty, lens, theme, &asked);
}
