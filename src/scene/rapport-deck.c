/* rapport-deck.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-deck.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-pdf-private.h"
#include "rapport-scene-private.h"
#include "rapport-step-view.h"
#include "rapport-text-measure.h"

#define MARGIN 80.0
#define TITLE 40.0
#define PROMPT 32.0
#define NOTE 28.0
/* From line to line, of the size. */
#define LEADING 1.35
#define MOST_LINES 60

/* --- Notes --- */

typedef struct
{
  RapportScene *scene;
  RapportSceneItem *item;
  RapportTextMeasure *measure;
  double y;
} Writer;

static void
write_line (Writer *self, const char *line, double size, int weight, RapportColour colour)
{
  RapportShape *shape;

  self->y += size * LEADING;
  if (*line == '\0' || self->y > self->scene->page.height - MARGIN / 2)
    return;
  shape = rapport_shape_new_text (line, MARGIN, self->y, size, weight, RAPPORT_ANCHOR_START, colour);
  shape->text_width = rapport_text_measure_width (self->measure, line, size, weight);
  rapport_scene_item_take (self->item, shape);
}

/* @text: (nullable): in paragraphs */
static void
write_text (Writer *self, const char *text, double size, int weight, RapportColour colour)
{
  g_auto (GStrv) paragraphs = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++)
    {
      g_auto (GStrv) lines = rapport_text_measure_break (self->measure, *paragraph, size, weight,
                                                         self->scene->page.width - 2 * MARGIN, MOST_LINES);

      for (char **line = lines; *line != NULL; line++)
        write_line (self, *line, size, weight, colour);
    }
  self->y += size * 0.6;
}

/* Returns: (transfer full): words only */
static RapportScene *
new_notes (RapportStep *step, const RapportTheme *theme, const RapportRect *page)
{
  RapportScene *scene = _rapport_scene_new_empty (page->width, page->height);
  Writer writer = { scene, rapport_scene_item_new (RAPPORT_ITEM_HEADING, NULL), rapport_text_measure_new (theme->font),
                    MARGIN };
  int minutes = rapport_element_get_level (RAPPORT_ELEMENT (step), "minutes");

  g_free (scene->font);
  scene->font = g_strdup (theme->font);
  scene->background = theme->background;
  write_text (&writer, rapport_step_get_title (step), TITLE, 700, theme->ink);
  if (minutes > 0)
    {
      g_autofree char *length = g_strdup_printf (ngettext ("%d minute", "%d minutes", minutes), minutes);

      write_text (&writer, length, NOTE, 500, theme->soft);
    }
  write_text (&writer, rapport_step_get_prompt (step), PROMPT, 600, theme->ink);
  write_text (&writer, rapport_step_get_presenter_note (step), NOTE, 500, theme->ink);
  writer.item->name = g_strdup (rapport_step_get_title (step));
  g_ptr_array_add (scene->items, writer.item);
  rapport_text_measure_free (writer.measure);
  _rapport_scene_finish (scene);
  return scene;
}

/* --- Pages --- */

/* @scene: (transfer full). Returns: (transfer full): what the camera of the step has in view, in the shape of the page */
static RapportScene *
aim (RapportScene *scene, RapportStep *step)
{
  RapportScene *near;
  RapportRect page = scene->page, places;
  RapportCamera camera;
  double height;

  if (!rapport_step_read_camera (step, &camera))
    return scene;
  height = camera.width * page.height / page.width;
  places = (RapportRect){ camera.x - camera.width / 2, camera.y - height / 2, camera.width, height };
  places = rapport_scene_from_places (scene, &places);
  if (places.width >= page.width * 0.98)
    return scene;
  near = rapport_scene_new_near (scene, &places, FALSE);
  rapport_scene_unref (scene);
  return near;
}

static RapportScene *
new_page (RapportMap *map, RapportStep *step, guint stage, const RapportTheme *theme, const RapportPage *page,
          const RapportDeckOptions *options)
{
  g_autoptr (RapportLens) made = rapport_step_make_lens (step, stage);
  g_autoptr (RapportLens) named = rapport_lens_with_names (made, options->names);
  g_autoptr (RapportLens) lens = rapport_lens_with_hidden_names (named, options->hide_names);
  RapportPage asked = *page;
  RapportScene *scene;

  asked.prompt = rapport_step_get_words (step);
  scene = rapport_scene_new (map, lens, theme, &asked);
  return aim (scene, step);
}

/**
 * rapport_deck_new:
 * @page: what stands round the map on each page; its prompt is that of the step
 *
 * Returns: (transfer full) (element-type RapportScene): the pages in order; none where the map has no steps. Notes are
 *   there only where @options ask for them
 */
GPtrArray *
rapport_deck_new (RapportMap *map, const RapportTheme *theme, const RapportPage *page,
                  const RapportDeckOptions *options)
{
  RapportElementList *steps = rapport_map_get_list (map, RAPPORT_LIST_STEPS);
  GPtrArray *scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) rapport_scene_unref);

  for (GSequenceIter *iter = rapport_element_list_first (steps); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      RapportStep *step = RAPPORT_STEP (g_sequence_get (iter));
      guint n = rapport_step_count_stages (step);
      for (guint stage = options->every_stage ? 0 : n - 1; stage < n; stage++)
        g_ptr_array_add (scenes, new_page (map, step, stage, theme, page, options));
      if (options->notes)
        {
          const RapportRect notes = { 0, 0, page->width > 0 ? page->width : 1920,
                                      page->height > 0 ? page->height : 1080 };

          g_ptr_array_add (scenes, new_notes (step, theme, &notes));
        }
    }
  return scenes;
}

/**
 * rapport_deck_render_pdf:
 * @scenes: (element-type RapportScene): at least one
 *
 * Returns: (transfer full): one file with a page for each, the same bytes every time; or %NULL with @error set
 */
GBytes *
rapport_deck_render_pdf (GPtrArray *scenes, const RapportPictureOptions *options, GCancellable *cancellable,
                         GError **error)
{
  double width, height;

  g_return_val_if_fail (scenes != NULL && scenes->len > 0 && options != NULL, NULL);

  if (!_rapport_picture_get_points (options, &width, &height, error))
    return NULL;
  return _rapport_pdf_render_pages ((RapportScene *const *) scenes->pdata, scenes->len, width, height,
                                    options->transparent, options->painted, cancellable, error);
}

/**
 * rapport_deck_name_page:
 * @number: from 1
 *
 * Returns: (transfer full): "map.png" with the number 2 of 12 is "map-02.png", so that folders list them in order
 */
char *
rapport_deck_name_page (const char *file_name, guint number, guint n_pages)
{
  const char *base = strrchr (file_name, G_DIR_SEPARATOR);
  const char *dot = strrchr (base != NULL ? base : file_name, '.');
  int digits = n_pages < 10 ? 1 : n_pages < 100 ? 2 : 4;

  if (dot == NULL)
    dot = file_name + strlen (file_name);
  return g_strdup_printf ("%.*s-%0*u%s", (int) (dot - file_name), file_name, digits, number, dot);
}
