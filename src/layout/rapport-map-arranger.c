/* rapport-map-arranger.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-map-arranger.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rapport-arrange-free.h"
#include "rapport-arrange-wheel.h"
#include "rapport-map-boxes-private.h"
#include "rapport-stakeholder.h"

#define SEED 1
/* The outline of the wheel: |x/a|³ + |y/b|³ = 1. */
#define WHEEL_EXPONENT 3
/* Where the picture puts the middles of a free map, in map units, and how it makes them smaller in a crowd. */
#define ROOM_WIDTH 1396.0
#define ROOM_HEIGHT 804.0
#define CROWD 45.0
#define CROWD_SIZE 1.15
#define HUB 10
#define HUB_GROWS 6.0
#define GAP 6.0
#define NAME_GAP 4.0
/* Measuring names is so much of the work. */
#define SHARE_OF_MEASURING 0.1

struct _RapportMapArranger
{
  gboolean free_layout;
  gboolean afresh;
  guint rounds;
  gboolean done;
  GArray *boxes;  /* owned, of RapportMapBox: those who take part */
  GArray *links;  /* owned, of RapportGraphLink */
  GArray *places; /* owned, of RapportNewPlace: one for each of them */

  /* While it runs. */
  RapportProgressFunc progress; /* nullable */
  gpointer progress_data;
};

#define BOX(self, i) (&g_array_index ((self)->boxes, RapportMapBox, (i)))

/* --- What is copied from the map --- */

static gboolean
is_placed (const RapportMapArranger *self, const RapportMapBox *box)
{
  return self->free_layout ? isfinite (box->x) && isfinite (box->y) : isfinite (box->angle) && isfinite (box->depth);
}

/* Who has no sector waits beside the wheel; and for who has no place and may get none, the picture finds one. */
static gboolean
takes_part (const RapportMapArranger *self, const RapportMapBox *box)
{
  if (!self->free_layout && box->waits)
    return FALSE;
  return box->movable || is_placed (self, box);
}

static void
set_movable (RapportMapArranger *self, const char *const *only)
{
  for (guint i = 0; i < self->boxes->len; i++)
    BOX (self, i)->movable = only == NULL || g_strv_contains (only, BOX (self, i)->id);
  for (guint i = self->boxes->len; i-- > 0;)
    if (!takes_part (self, BOX (self, i)))
      g_array_remove_index (self->boxes, i);
}

/* Returns: (transfer full): id → its place among the boxes + 1 */
static GHashTable *
index_boxes (RapportMapArranger *self)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->boxes->len; i++)
    g_hash_table_insert (index, BOX (self, i)->id, GUINT_TO_POINTER (i + 1));
  return index;
}

static guint
find_box (GHashTable *index, const char *id)
{
  return id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (index, id)) : 0;
}

static void
copy_links (RapportMapArranger *self, RapportMap *map)
{
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_LINKS);
  g_autoptr (GHashTable) index = index_boxes (self);

  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      RapportElement *link = g_sequence_get (iter);
      guint a = find_box (index, rapport_element_get_text (link, "a"));
      guint b = find_box (index, rapport_element_get_text (link, "b"));

      if (a > 0 && b > 0 && a != b)
        g_array_append_val (self->links, ((RapportGraphLink){ a - 1, b - 1 }));
    }
}

/* The picture makes those larger to whom very many links come. */
static void
grow_hubs (RapportMapArranger *self)
{
  g_autofree guint *degree = g_new0 (guint, self->boxes->len + 1);

  for (guint i = 0; i < self->links->len; i++)
    {
      const RapportGraphLink *link = &g_array_index (self->links, RapportGraphLink, i);

      degree[link->a]++;
      degree[link->b]++;
    }
  for (guint i = 0; i < self->boxes->len && self->boxes->len <= CROWD; i++)
    if (degree[i] > HUB)
      {
        BOX (self, i)->half_width += HUB_GROWS;
        BOX (self, i)->half_height += HUB_GROWS;
      }
}

/**
 * rapport_map_arranger_new:
 * @options: (nullable): borrowed for the call
 *
 * Copies what is needed of @map, of which it keeps nothing.
 */
RapportMapArranger *
rapport_map_arranger_new (RapportMap *map, const RapportArrangeOptions *options)
{
  static const RapportArrangeOptions usual = { 0 };
  RapportMapArranger *self;

  g_return_val_if_fail (RAPPORT_IS_MAP (map), NULL);

  if (options == NULL)
    options = &usual;
  self = g_new0 (RapportMapArranger, 1);
  self->free_layout = g_strcmp0 (rapport_map_get_layout (map), "free") == 0;
  self->afresh = options->afresh;
  self->rounds = options->rounds;
  self->boxes = _rapport_map_boxes_new (map, options->phase);
  self->links = g_array_new (FALSE, FALSE, sizeof (RapportGraphLink));
  self->places = g_array_new (FALSE, FALSE, sizeof (RapportNewPlace));
  set_movable (self, options->only);
  copy_links (self, map);
  grow_hubs (self);
  return self;
}

void
rapport_map_arranger_free (RapportMapArranger *self)
{
  g_array_unref (self->boxes);
  g_array_unref (self->links);
  g_array_unref (self->places);
  g_free (self);
}

/* Returns: how many take part: how long it takes depends on it */
guint
rapport_map_arranger_get_n_guests (const RapportMapArranger *self)
{
  return self->boxes->len;
}

/* --- Running --- */

static void
tell (double fraction, gpointer data)
{
  const RapportMapArranger *self = data;

  if (self->progress != NULL)
    self->progress (SHARE_OF_MEASURING + (1 - SHARE_OF_MEASURING) * fraction, self->progress_data);
}

static void
take_place (RapportMapArranger *self, const RapportMapBox *box, RapportNewPlace place)
{
  place.id = box->id;
  g_array_append_val (self->places, place);
}

/* A tenth of a degree and a hundredth of a ring are finer than anybody sees. Who did not move keeps their numbers. */
static void
take_seat (RapportMapArranger *self, const RapportMapBox *box, const RapportWheelGuest *guest)
{
  RapportNewPlace place = { .angle = box->angle, .depth = box->depth, .x = NAN, .y = NAN };
  double inner = rapport_ring_inner (box->ring);
  double width = rapport_ring_outer (box->ring) - inner;
  double depth = width > 0 ? (guest->share - inner) / width : 0;

  if (!guest->placed || fabs (remainder (guest->angle - box->angle, 360)) > 0.05)
    place.angle = fmod (round (guest->angle * 10) / 10, 360);
  if (!guest->placed || fabs (depth - box->depth) > 0.005)
    place.depth = round (depth * 100) / 100;
  take_place (self, box, place);
}

static RapportWheelGuest
make_guest (const RapportMapArranger *self, const RapportMapBox *box)
{
  RapportWheelGuest guest = { .start = box->start, .extent = box->extent, .radius = box->half_height,
                              .half_width = box->half_width, .half_height = box->half_height,
                              .label_width = box->name_width, .label_height = box->name_height };

  guest.inner = rapport_ring_inner (box->ring);
  guest.outer = rapport_ring_outer (box->ring);
  guest.fixed = !box->movable;
  if (is_placed (self, box) && (guest.fixed || !self->afresh))
    {
      guest.placed = TRUE;
      guest.angle = box->angle;
      guest.share = guest.inner + box->depth * (guest.outer - guest.inner);
    }
  return guest;
}

static gboolean
run_wheel (RapportMapArranger *self, GCancellable *cancellable)
{
  const RapportWheelOptions options = { .half_width = RAPPORT_WHEEL_HALF_WIDTH,
                                        .half_height = RAPPORT_WHEEL_HALF_HEIGHT,
                                        .exponent = WHEEL_EXPONENT, .rounds = self->rounds, .seed = SEED };
  guint n = self->boxes->len;
  g_autofree RapportWheelGuest *guests = g_new0 (RapportWheelGuest, n + 1);

  for (guint i = 0; i < n; i++)
    guests[i] = make_guest (self, BOX (self, i));
  if (!rapport_arrange_wheel (guests, n, (const RapportGraphLink *) self->links->data, self->links->len, &options,
                              cancellable, tell, self))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (BOX (self, i)->movable)
      take_seat (self, BOX (self, i), &guests[i]);
  return TRUE;
}

static RapportFreeBox
make_free_box (const RapportMapArranger *self, const RapportMapBox *box, double size)
{
  RapportFreeBox free_box = { .fixed = !box->movable, .x = box->x, .y = box->y };

  free_box.placed = is_placed (self, box) && (free_box.fixed || !self->afresh);
  free_box.width = MAX (2 * box->half_width, box->name_width) * size;
  free_box.height = (2 * box->half_height + (box->name_height > 0 ? NAME_GAP + box->name_height : 0)) * size;
  return free_box;
}

static gboolean
run_free (RapportMapArranger *self, GCancellable *cancellable)
{
  const RapportFreeOptions options = { .gap = GAP, .seed = SEED, .width = ROOM_WIDTH, .height = ROOM_HEIGHT };
  guint n = self->boxes->len;
  const RapportGraph graph = { n, self->links->len, (const RapportGraphLink *) self->links->data, NULL };
  g_autofree RapportFreeBox *boxes = g_new0 (RapportFreeBox, n + 1);
  double size = MIN (1, CROWD_SIZE * sqrt (CROWD / MAX (1, n)));

  for (guint i = 0; i < n; i++)
    boxes[i] = make_free_box (self, BOX (self, i), size);
  if (!rapport_arrange_free (boxes, &graph, &options, cancellable, tell, self))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (BOX (self, i)->movable)
      {
        const RapportMapBox *box = BOX (self, i);
        RapportNewPlace place = { NULL, NAN, NAN, round (boxes[i].x * 10) / 10, round (boxes[i].y * 10) / 10 };

        if (boxes[i].placed && fabs (boxes[i].x - box->x) <= 0.05 && fabs (boxes[i].y - box->y) <= 0.05)
          place = (RapportNewPlace){ NULL, NAN, NAN, box->x, box->y };
        take_place (self, box, place);
      }
  return TRUE;
}

/**
 * rapport_map_arranger_run:
 * @cancellable: (nullable)
 * @progress: (nullable): called with 0 to 1, in this thread
 *
 * Finds the places, once. In any thread; the map may change meanwhile, which this knows nothing of.
 *
 * Returns: %FALSE where it was cancelled
 */
gboolean
rapport_map_arranger_run (RapportMapArranger *self, GCancellable *cancellable, RapportProgressFunc progress,
                          gpointer user_data)
{
  g_return_val_if_fail (self != NULL && !self->done, FALSE);

  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;
  self->progress = progress;
  self->progress_data = user_data;
  _rapport_map_boxes_measure (self->boxes);
  tell (0, self);
  self->done = self->free_layout ? run_free (self, cancellable) : run_wheel (self, cancellable);
  return self->done;
}

/* Returns: (transfer container) (element-type RapportNewPlace): of all who may move, whether they did or not; empty
 *   before it was run. Ids are the arranger's */
GArray *
rapport_map_arranger_list_places (const RapportMapArranger *self)
{
  return g_array_ref (self->places);
}

/* --- Applying --- */

static gboolean
set_number (RapportTransaction *transaction, RapportElement *stakeholder, const char *property, double number)
{
  if (isnan (number) || rapport_element_get_number (stakeholder, property) == number)
    return FALSE;
  rapport_transaction_set_number (transaction, stakeholder, property, number);
  return TRUE;
}

/**
 * rapport_map_arranger_place:
 * @transaction: an open one on @map
 *
 * Puts everybody in their new place, as a part of @transaction. Who is no longer in the map is left out.
 *
 * Returns: whether anybody moved
 */
gboolean
rapport_map_arranger_place (const RapportMapArranger *self, RapportMap *map, RapportTransaction *transaction)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->places->len; i++)
    {
      const RapportNewPlace *place = &g_array_index (self->places, RapportNewPlace, i);
      RapportElement *element = rapport_map_lookup (map, place->id);

      if (element == NULL || !RAPPORT_IS_STAKEHOLDER (element))
        continue;
      any |= set_number (transaction, element, "angle", place->angle);
      any |= set_number (transaction, element, "depth", place->depth);
      any |= set_number (transaction, element, "x", place->x);
      any |= set_number (transaction, element, "y", place->y);
    }
  return any;
}

/**
 * rapport_map_arranger_apply:
 * Puts everybody in their new place, as one step called "Tidy". Who is no longer in the map is left out.
 *
 * Returns: whether anybody moved; if not, there is no step
 */
gboolean
rapport_map_arranger_apply (const RapportMapArranger *self, RapportHistory *history)
{
  RapportTransaction *transaction = rapport_history_begin (history, _("Tidy"), NULL);

  if (rapport_map_arranger_place (self, rapport_history_get_map (history), transaction))
    return rapport_transaction_commit (transaction);
  rapport_transaction_cancel (transaction);
  return FALSE;
}
