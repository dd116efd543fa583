/* rapport-line-up.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Those selected in a line, or with the same room between them. In the wheel everybody stays in their sector and ring:
 * who cannot be where the line wants them is on the line as near to it as can be.
 */
#include "rapport-line-up.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rapport-edits.h"
#include "rapport-stakeholder.h"

/* How far apart the places are that are tried along a line, and how far from the first one, in map units. */
#define STEP 2.0
#define FARTHEST 600.0
/* Who stands on the border of a ring or a wedge is drawn in two of them. */
#define RIM 0.02
#define RIM_DEGREES 1.0

typedef struct
{
  RapportElement *element; /* borrowed */
  RapportPoint from;
  RapportPoint to;
} Move;

/* Where somebody may stand. */
typedef struct
{
  const RapportScene *scene; /* borrowed */
  RapportWheel *wheel;       /* owned */
  RapportRing ring;
  int wedge;                 /* -1: any */
} Home;

static gboolean
is_within (const RapportWedge *wedge, double angle)
{
  double along = fmod (angle - wedge->start + 720, 360);

  return along >= RIM_DEGREES && along <= wedge->extent - RIM_DEGREES;
}

/* Anywhere, where there is no wheel. */
static gboolean
may_stand (const Home *home, RapportPoint page)
{
  RapportPoint point;
  double angle, depth;
  RapportRing ring;

  if (!rapport_scene_to_wheel (home->scene, page, &point))
    return TRUE;
  ring = rapport_wheel_from_point (point.x, point.y, &angle, &depth);
  if (ring != home->ring || depth < RIM || depth > 1 - RIM)
    return FALSE;
  return home->wedge < 0 || is_within (rapport_wheel_get_wedge (home->wheel, (guint) home->wedge), angle);
}

/* The place nearest to where @move leads that is on the same line, which runs across or down. */
static void
keep_home (const Home *home, Move *move, gboolean across)
{
  RapportPoint wanted = move->to;

  for (double away = 0; away <= FARTHEST; away += STEP)
    for (int side = -1; side <= 1; side += 2)
      {
        move->to = wanted;
        *(across ? &move->to.x : &move->to.y) += side * away;
        if (may_stand (home, move->to))
          return;
      }
  /* The line does not touch it. */
  move->to = move->from;
}

static double
get (RapportPoint point, gboolean across)
{
  return across ? point.x : point.y;
}

static int
compare_across (gconstpointer a, gconstpointer b)
{
  double difference = ((const Move *) a)->from.x - ((const Move *) b)->from.x;

  return (difference > 0) - (difference < 0);
}

static int
compare_down (gconstpointer a, gconstpointer b)
{
  double difference = ((const Move *) a)->from.y - ((const Move *) b)->from.y;

  return (difference > 0) - (difference < 0);
}

/* Returns: (transfer full): those selected who can be seen, and where they stand */
static GArray *
list_moves (RapportSession *session, const RapportScene *scene)
{
  g_autoptr (GPtrArray) list
      = rapport_selection_list (rapport_session_get_selection (session), RAPPORT_TYPE_STAKEHOLDER);
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (Move));

  for (guint i = 0; i < list->len; i++)
    {
      const RapportSceneItem *item = rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER,
                                                         rapport_element_get_id (g_ptr_array_index (list, i)));
      Move move = { .element = g_ptr_array_index (list, i) };

      if (item == NULL)
        continue;
      move.from = move.to = rapport_scene_item_get_middle (item);
      g_array_append_val (moves, move);
    }
  return moves;
}

static void
keep_all_home (RapportSession *session, const RapportScene *scene, GArray *moves, gboolean across)
{
  RapportMap *map = rapport_session_get_map (session);
  g_autoptr (RapportWheel) wheel = rapport_wheel_new (map);

  for (guint i = 0; i < moves->len; i++)
    {
      Move *move = &g_array_index (moves, Move, i);
      g_autoptr (RapportReading) reading = rapport_lens_read (rapport_session_get_lens (session), move->element);
      const char *sector = rapport_element_get_text (move->element, "sector");
      Home home = { scene, wheel, rapport_ring_of (move->element, reading),
                    sector != NULL ? rapport_wheel_find_wedge (wheel, sector) : -1 };

      if (get (move->to, !across) != get (move->from, !across))
        keep_home (&home, move, across);
    }
}

/* Whoever stays where they are is not written, so that nobody is moved by the width of a rounding. */
static void
write_moves (RapportSession *session, const RapportScene *scene, GArray *moves, const char *label)
{
  RapportMap *map = rapport_session_get_map (session);
  RapportTransaction *transaction = rapport_history_begin (rapport_session_get_history (session), label, NULL);

  for (guint i = 0; i < moves->len; i++)
    {
      const Move *move = &g_array_index (moves, Move, i);
      g_autoptr (RapportReading) reading = rapport_lens_read (rapport_session_get_lens (session), move->element);
      g_auto (RapportPlaceOnMap) place = { 0 };

      if (hypot (move->to.x - move->from.x, move->to.y - move->from.y) < 0.5)
        continue;
      rapport_place_on_map_init (&place, map, scene, move->to);
      rapport_place_on_map_keep_ring (&place, rapport_ring_of (move->element, reading));
      rapport_edit_put (transaction, move->element, &place);
    }
  rapport_transaction_commit (transaction);
}

/**
 * rapport_line_up:
 * @way: "row", beside one another, or "column", below one another
 *
 * Puts those selected on a line through the middle of them, as one step.
 *
 * Returns: whether there were two of them at least, in a map that can be changed
 */
gboolean
rapport_line_up (RapportSession *session, const RapportScene *scene, const char *way)
{
  gboolean row = g_strcmp0 (way, "row") == 0;
  g_autoptr (GArray) moves = NULL;
  g_autofree char *label = NULL;
  double sum = 0;

  g_return_val_if_fail (RAPPORT_IS_SESSION (session) && scene != NULL, FALSE);

  moves = list_moves (session, scene);
  if (moves->len < 2 || !rapport_edits_are_possible (session))
    return FALSE;
  for (guint i = 0; i < moves->len; i++)
    sum += get (g_array_index (moves, Move, i).from, !row);
  for (guint i = 0; i < moves->len; i++)
    *(row ? &g_array_index (moves, Move, i).to.y : &g_array_index (moves, Move, i).to.x) = sum / moves->len;
  keep_all_home (session, scene, moves, row);
  label = g_strdup_printf (ngettext ("Line up %u stakeholder", "Line up %u stakeholders", moves->len), moves->len);
  write_moves (session, scene, moves, label);
  return TRUE;
}

/**
 * rapport_spread_out:
 * @way: "across" or "down"
 *
 * Gives those selected the same room between them, as one step; the first and the last stay where they are.
 *
 * Returns: whether there were three of them at least, in a map that can be changed
 */
gboolean
rapport_spread_out (RapportSession *session, const RapportScene *scene, const char *way)
{
  gboolean across = g_strcmp0 (way, "across") == 0;
  g_autoptr (GArray) moves = NULL;
  g_autofree char *label = NULL;
  double first, last;

  g_return_val_if_fail (RAPPORT_IS_SESSION (session) && scene != NULL, FALSE);

  moves = list_moves (session, scene);
  if (moves->len < 3 || !rapport_edits_are_possible (session))
    return FALSE;
  g_array_sort (moves, across ? compare_across : compare_down);
  first = get (g_array_index (moves, Move, 0).from, across);
  last = get (g_array_index (moves, Move, moves->len - 1).from, across);
  for (guint i = 1; i + 1 < moves->len; i++)
    *(across ? &g_array_index (moves, Move, i).to.x : &g_array_index (moves, Move, i).to.y)
        = first + (last - first) * i / (moves->len - 1);
  /* Each has a line of its own, at right angles to the way. */
  keep_all_home (session, scene, moves, !across);
  label = g_strdup_printf (ngettext ("Spread out %u stakeholder", "Spread out %u stakeholders", moves->len),
                           moves->len);
  write_moves (session, scene, moves, label);
  return TRUE;
}
