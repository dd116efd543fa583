/* rapport-step-view.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-step-view.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rapport-link.h"
#include "rapport-map.h"
#include "rapport-sector.h"

static const struct
{
  const char *word;
  guint show;
} layers[] = {
  { "influence", RAPPORT_SHOW_INFLUENCE }, { "power", RAPPORT_SHOW_POWER }, { "gives", RAPPORT_SHOW_GIVES },
  { "backdrop", RAPPORT_SHOW_BACKDROP },   { "labels", RAPPORT_SHOW_LABELS },
}, tensions[] = {
  { "narratives", RAPPORT_SHOW_NARRATIVES },
  { "power", RAPPORT_SHOW_POWER_TENSION },
  { "language", RAPPORT_SHOW_LANGUAGE },
  { "structures", RAPPORT_SHOW_STRUCTURES },
};

static GStrv
split (const char *words)
{
  return g_strsplit (words != NULL ? words : "", " ", -1);
}

/* --- What unfolds --- */

static gboolean
has_word (RapportMap *map, RapportList which, const char *field, const char *phase, const char *word)
{
  RapportElementList *list = rapport_map_get_list (map, which);

  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      RapportElement *element = g_sequence_get (iter);
      g_auto (GStrv) words = NULL;
      const char *text = rapport_element_get_text (element, field);

      if (phase != NULL && !rapport_element_is_in_phase (element, phase))
        continue;
      if (*word == '\0' && (text == NULL || *text == '\0'))
        return TRUE;
      words = split (text);
      if (*word != '\0' && g_strv_contains ((const char *const *) words, word))
        return TRUE;
    }
  return FALSE;
}

static void
add_if_used (GPtrArray *names, RapportMap *map, RapportList which, const char *field, const char *phase,
             const char *word)
{
  if (has_word (map, which, field, phase, word))
    g_ptr_array_add (names, g_strdup (word));
}

static void
list_sectors (GPtrArray *names, RapportMap *map, const char *phase)
{
  static const char *const first[] = { "academia", "nhs", "policy", "third" };
  RapportElementList *own = rapport_map_get_list (map, RAPPORT_LIST_SECTORS);

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    add_if_used (names, map, RAPPORT_LIST_STAKEHOLDERS, "sector", phase, first[i]);
  for (guint i = 0; i < rapport_element_list_get_length (own); i++)
    {
      const char *id = rapport_element_get_id (rapport_element_list_peek (own, i));

      if (!rapport_sector_is_built_in (id))
        add_if_used (names, map, RAPPORT_LIST_STAKEHOLDERS, "sector", phase, id);
    }
  add_if_used (names, map, RAPPORT_LIST_STAKEHOLDERS, "sector", phase, "across");
  add_if_used (names, map, RAPPORT_LIST_STAKEHOLDERS, "sector", phase, "");
}

/* The table of a type is there once there is anything of that type. */
static const RapportWord *
get_relations (void)
{
  static const RapportWord none[] = { { NULL } };
  RapportElementClass *links = g_type_class_peek (RAPPORT_TYPE_LINK);

  for (guint i = 0; links != NULL && i < links->n_properties; i++)
    if (g_str_equal (links->properties[i].name, "relation"))
      return links->properties[i].words;
  return none;
}

static const char *
get_phase (RapportStep *self)
{
  const char *phase = rapport_step_get_phase (self);
  RapportMap *map = rapport_element_get_map (RAPPORT_ELEMENT (self));

  return phase != NULL || map == NULL ? phase : rapport_map_get_first_phase (map);
}

/* Returns: (transfer full): what comes one after the other; nothing where all comes at once */
static GPtrArray *
list_stages (RapportStep *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  RapportMap *map = rapport_element_get_map (RAPPORT_ELEMENT (self));
  const char *reveal = rapport_step_get_reveal (self);

  if (map == NULL)
    return names;
  if (g_strcmp0 (reveal, "by-sector") == 0)
    list_sectors (names, map, get_phase (self));
  else if (g_strcmp0 (reveal, "by-relation") == 0)
    {
      for (const RapportWord *word = get_relations (); word->word != NULL; word++)
        add_if_used (names, map, RAPPORT_LIST_LINKS, "relation", get_phase (self), word->word);
      add_if_used (names, map, RAPPORT_LIST_LINKS, "relation", get_phase (self), "");
    }
  return names;
}

/**
 * rapport_step_count_stages:
 * @self: in a map
 *
 * Returns: how many pictures the step is, one after the other; at least 1. Where it unfolds, the first shows nothing of
 * what is to come.
 */
guint
rapport_step_count_stages (RapportStep *self)
{
  g_autoptr (GPtrArray) names = list_stages (self);

  return names->len + 1;
}

static const char *
name_relation (const char *word)
{
  for (const RapportWord *known = get_relations (); known->word != NULL; known++)
    if (g_strcmp0 (known->word, word) == 0)
      return g_dgettext (GETTEXT_PACKAGE, known->title);
  return _("Of no kind");
}

static const char *
name_sector (RapportStep *self, const char *id)
{
  const char *name = rapport_map_get_sector_name (rapport_element_get_map (RAPPORT_ELEMENT (self)), id);

  return name != NULL ? name : _("Without a sector");
}

/* Returns: (transfer full) (nullable): what @stage adds, such as "Funds" or "NHS"; %NULL for the first of all */
char *
rapport_step_dup_stage_name (RapportStep *self, guint stage)
{
  g_autoptr (GPtrArray) names = list_stages (self);

  if (stage == 0 || stage > names->len)
    return NULL;
  if (g_strcmp0 (rapport_step_get_reveal (self), "by-sector") == 0)
    return g_strdup (name_sector (self, g_ptr_array_index (names, stage - 1)));
  return g_strdup (name_relation (g_ptr_array_index (names, stage - 1)));
}

/* --- From the step to a lens --- */

static guint
read_show (RapportStep *self)
{
  g_auto (GStrv) words = split (rapport_step_get_layers (self));
  g_auto (GStrv) marks = split (rapport_step_get_tensions (self));
  guint show = 0;

  if (rapport_step_get_layers (self) == NULL)
    show = RAPPORT_SHOW_BACKDROP | RAPPORT_SHOW_LABELS;
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (g_strv_contains ((const char *const *) words, layers[i].word))
      show |= layers[i].show;
  for (guint i = 0; i < G_N_ELEMENTS (tensions); i++)
    if (g_strv_contains ((const char *const *) marks, tensions[i].word))
      show |= tensions[i].show;
  return show;
}

/* @lens: (transfer full). Returns: (transfer full) */
static RapportLens *
take_list (RapportLens *lens, const char *words, RapportLens *(*with) (const RapportLens *, const char *const *))
{
  g_auto (GStrv) list = NULL;
  RapportLens *changed;

  if (words == NULL || *words == '\0')
    return lens;
  list = split (words);
  changed = with (lens, (const char *const *) list);
  rapport_lens_unref (lens);
  return changed;
}

static RapportLens *
with_focus (const RapportLens *lens, const char *const *ids)
{
  return rapport_lens_with_focus (lens, ids, rapport_lens_get_reach (lens));
}

/* @lens: (transfer full). Who is there is told before what goes between them, so where neither gives nor power is on
 * show, sectors unfold without links. Returns: (transfer full) */
static RapportLens *
unfold (RapportLens *lens, RapportStep *self, guint stage)
{
  g_autoptr (GPtrArray) names = list_stages (self);
  gboolean by_sector = g_strcmp0 (rapport_step_get_reveal (self), "by-sector") == 0;
  static const char *const none[] = { NULL };
  const char *const *so_far;
  const char *const *links = NULL;
  RapportLens *changed;

  if (names->len == 0)
    return lens;
  if (by_sector && (rapport_lens_get_show (lens) & (RAPPORT_SHOW_GIVES | RAPPORT_SHOW_POWER)) == 0)
    links = none;
  g_ptr_array_set_size (names, (int) MIN (stage, names->len));
  g_ptr_array_add (names, NULL);
  so_far = (const char *const *) names->pdata;
  changed = rapport_lens_with_unfolded (lens, by_sector ? so_far : NULL, by_sector ? links : so_far);
  rapport_lens_unref (lens);
  return changed;
}

/**
 * rapport_step_make_lens:
 * @self: in a map
 * @stage: from 0, below rapport_step_count_stages(); a larger one is the last
 *
 * Returns: (transfer full): how the step looks at its map
 */
RapportLens *
rapport_step_make_lens (RapportStep *self, guint stage)
{
  g_autoptr (RapportLens) start = rapport_lens_new (rapport_element_get_map (RAPPORT_ELEMENT (self)));
  g_autoptr (RapportLens) at = rapport_lens_with_phase (start, get_phase (self));
  g_autoptr (RapportLens) seen = rapport_lens_with_perspective (at, rapport_step_get_perspective (self));
  g_autoptr (RapportLens) compared = rapport_lens_with_compare (seen, rapport_step_get_compare_phase (self),
                                                                rapport_step_get_compare_perspective (self));
  g_autoptr (RapportLens) shown = rapport_lens_with_show (compared, read_show (self));
  RapportLens *lens = rapport_lens_with_focus (shown, NULL,
                                               (guint) MAX (0, rapport_element_get_level (RAPPORT_ELEMENT (self), "reach")));

  lens = take_list (lens, rapport_step_get_focus (self), with_focus);
  lens = take_list (lens, rapport_step_get_hide_sectors (self), rapport_lens_with_hidden_sectors);
  return unfold (lens, self, stage);
}

/* @camera: (out): what of the map the step shows. Returns: %FALSE where it shows all of it */
gboolean
rapport_step_read_camera (RapportStep *self, RapportCamera *camera)
{
  g_auto (GStrv) words = split (rapport_step_get_camera (self));
  double numbers[3];

  if (g_strv_length (words) != G_N_ELEMENTS (numbers))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      numbers[i] = g_ascii_strtod (words[i], NULL);
      if (!isfinite (numbers[i]) || fabs (numbers[i]) > 1e6)
        return FALSE;
    }
  *camera = (RapportCamera){ numbers[0], numbers[1], numbers[2] };
  return camera->width > 0;
}

/* Returns: (nullable) (transfer none): what the room is asked or told; a title is for whoever leads */
const char *
rapport_step_get_words (RapportStep *self)
{
  const char *prompt = rapport_step_get_prompt (self);

  return prompt != NULL && *prompt != '\0' ? prompt : NULL;
}

/* --- From a lens to a new step --- */

static void
init_show (RapportElement *step, guint show)
{
  g_autoptr (GString) words = g_string_new (NULL), marks = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (show & layers[i].show)
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", layers[i].word);
  for (guint i = 0; i < G_N_ELEMENTS (tensions); i++)
    if (show & tensions[i].show)
      g_string_append_printf (marks, "%s%s", marks->len > 0 ? " " : "", tensions[i].word);
  rapport_element_init_text (step, "layers", words->str);
  rapport_element_init_text (step, "tensions", marks->str);
}

static void
init_camera (RapportElement *step, const RapportCamera *camera)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE], width[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = g_strdup_printf ("%s %s %s", g_ascii_formatd (x, sizeof x, "%.1f", camera->x),
                                           g_ascii_formatd (y, sizeof y, "%.1f", camera->y),
                                           g_ascii_formatd (width, sizeof width, "%.1f", camera->width));

  rapport_element_init_text (step, "camera", text);
}

/**
 * rapport_step_init_view:
 * @step: that is being built
 * @camera: (nullable): %NULL is all of the map
 *
 * Lets @step show what @lens does.
 */
void
rapport_step_init_view (RapportElement *step, const RapportLens *lens, const RapportCamera *camera)
{
  const char *const *focus = rapport_lens_get_focus (lens);

  g_return_if_fail (RAPPORT_IS_STEP (step) && lens != NULL);

  rapport_element_init_text (step, "reveal", "all-at-once");
  rapport_element_init_text (step, "phase", rapport_lens_get_phase (lens));
  rapport_element_init_text (step, "perspective", rapport_lens_get_perspective (lens));
  rapport_element_init_text (step, "compare-phase", rapport_lens_get_compare_phase (lens));
  rapport_element_init_text (step, "compare-perspective", rapport_lens_get_compare_perspective (lens));
  init_show (step, rapport_lens_get_show (lens));
  if (focus != NULL && focus[0] != NULL)
    {
      g_autofree char *ids = g_strjoinv (" ", (char **) focus);

      rapport_element_init_text (step, "focus", ids);
      rapport_element_init_level (step, "reach", (int) rapport_lens_get_reach (lens));
    }
  if (camera != NULL)
    init_camera (step, camera);
}
