/* rapport-ready-steps.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-ready-steps.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-lens.h"
#include "rapport-step-view.h"
#include "rapport-step.h"
#include "rapport-tension.h"

#define PLAIN (RAPPORT_SHOW_BACKDROP | RAPPORT_SHOW_LABELS)

typedef struct
{
  const char *title;
  const char *prompt; /* nullable */
  const char *note;
  guint show;
  const char *reveal;
  int minutes;
} Ready;

static const Ready beginning[] = {
  { N_("The question, then who is here"), NULL,
    N_("Read the question out and say what the map leaves out. Each press brings one sector. Then ask who is not here "
       "yet, and put them in the outer ring."),
    PLAIN, "by-sector", 10 },
  { N_("Links, one kind at a time"), N_("What goes between us? One kind of link at a time."),
    N_("Money first, as it is easiest to agree on. Draw what is not there yet while people talk."), PLAIN, "by-relation",
    15 },
  { N_("What each side gives"), N_("What does each side give, and what comes back?"),
    N_("Time, knowledge and trust count too. Where nobody has said anything, leave it as not discussed."),
    PLAIN | RAPPORT_SHOW_GIVES, "all-at-once", 15 },
  { N_("Who can decide or say no"), N_("On each link: who can decide, and who can say no?"),
    N_("Keep this apart from what is given, or gifts look like power."), PLAIN | RAPPORT_SHOW_POWER, "all-at-once",
    15 },
  { N_("Influence"), N_("How much does each of us shape what happens here?"),
    N_("One stakeholder at a time. Ask why, and write the answer down. Where people differ, say so on the map."),
    PLAIN | RAPPORT_SHOW_INFLUENCE, "all-at-once", 10 },
};

static const Ready aim = {
  N_("The aim"), N_("What would we have otherwise, and would we stand up for it?"),
  N_("Keep this and start a new time for the aim; then change only what the group would fight for."),
  PLAIN | RAPPORT_SHOW_GIVES, "all-at-once", 10
};

static const Ready ending[] = {
  { N_("Responses"), N_("What will we try, who does it, and when do we look again?"),
    N_("Type each response here while people say it; it lands on the tension it answers."),
    PLAIN | RAPPORT_SHOW_TENSIONS, "all-at-once", 15 },
  { N_("Close"), N_("Which tension is doing useful work for us? Which structure helps with more than one?"),
    N_("Read back what was agreed and what was not. Agree what is shared, with whom, and as names or codes."), PLAIN,
    "all-at-once", 10 },
};

static RapportElement *
make (RapportMap *map, const Ready *ready, const RapportLens *lens)
{
  g_autofree char *id = rapport_map_make_id (map, 'e');
  g_autoptr (RapportLens) shown = rapport_lens_with_show (lens, ready->show);
  RapportElement *step = rapport_step_new (id);

  rapport_step_init_view (step, shown, NULL);
  rapport_element_init_text (step, "reveal", ready->reveal);
  rapport_element_init_level (step, "minutes", ready->minutes);
  rapport_element_init_text (step, "title", g_dgettext (GETTEXT_PACKAGE, ready->title));
  if (ready->prompt != NULL)
    rapport_element_init_text (step, "prompt", g_dgettext (GETTEXT_PACKAGE, ready->prompt));
  rapport_element_init_text (step, "presenter-note", g_dgettext (GETTEXT_PACKAGE, ready->note));
  return step;
}

/* The first prompt is for the room, and the others are to hand. */
static RapportElement *
make_tension (RapportMap *map, guint number, const RapportLens *lens)
{
  const RapportTension *tension = rapport_tension_get (number);
  g_autofree char *title = g_strdup_printf (_("Tension %u: %s"), number, g_dgettext (GETTEXT_PACKAGE, tension->name));
  g_autoptr (GString) note = g_string_new (NULL);
  Ready ready = { title, tension->prompts[0], NULL, PLAIN | tension->show, "all-at-once", 10 };

  for (guint i = 1; i < RAPPORT_N_PROMPTS; i++)
    g_string_append_printf (note, "%s%s", i > 1 ? "\n" : "", g_dgettext (GETTEXT_PACKAGE, tension->prompts[i]));
  ready.note = note->str;
  return make (map, &ready, lens);
}

/* Compared with the last time of the map, where that is another than the one on show. */
static RapportElement *
make_aim (RapportMap *map, const RapportLens *lens)
{
  RapportElementList *phases = rapport_map_get_list (map, RAPPORT_LIST_PHASES);
  guint n = rapport_element_list_get_length (phases);
  const char *last = n > 0 ? rapport_element_get_id (rapport_element_list_peek (phases, n - 1)) : NULL;
  g_autoptr (RapportLens) compared = rapport_lens_with_compare (lens, last, NULL);

  if (n < 2 || g_strcmp0 (last, rapport_lens_get_phase (lens)) == 0)
    return make (map, &aim, lens);
  return make (map, &aim, compared);
}

/**
 * rapport_ready_steps_new:
 * @map: that the steps are for, and which is not changed
 *
 * Returns: (transfer full) (element-type RapportStep): detached, with ids of their own
 */
GPtrArray *
rapport_ready_steps_new (RapportMap *map)
{
  g_autoptr (RapportLens) lens = NULL;
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (RAPPORT_IS_MAP (map), NULL);

  lens = rapport_lens_new (map);
  for (guint i = 0; i < G_N_ELEMENTS (beginning); i++)
    g_ptr_array_add (steps, make (map, &beginning[i], lens));
  for (guint i = 1; i <= RAPPORT_N_TENSIONS; i++)
    g_ptr_array_add (steps, make_tension (map, i, lens));
  g_ptr_array_add (steps, make_aim (map, lens));
  for (guint i = 0; i < G_N_ELEMENTS (ending); i++)
    g_ptr_array_add (steps, make (map, &ending[i], lens));
  return steps;
}
