/* rapport-lens.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-lens.h"

#include "rapport-link-reading.h"
#include "rapport-perspective.h"
#include "rapport-stakeholder-reading.h"
#include "rapport-phase.h"

/* Above so many links the equal ones are quiet, until somebody asks for them. */
#define QUIET_ABOVE 60

struct _RapportLens
{
  gatomicrefcount refs;

  /* Owned */
  char *phase; /* nullable */
  char *perspective;
  char *compare_phase;
  char *compare_perspective;
  char **focus;
  char **hidden_sectors;
  char **sectors;   /* unfolded so far; nullable: all */
  char **relations;
  char **arrivals;

  guint show;
  guint reach;
  gboolean starred_only;
  gboolean hides_names;
  RapportNames names;
};

static RapportLens *
copy (const RapportLens *self)
{
  RapportLens *copy = g_new0 (RapportLens, 1);

  *copy = *self;
  g_atomic_ref_count_init (&copy->refs);
  copy->phase = g_strdup (self->phase);
  copy->perspective = g_strdup (self->perspective);
  copy->compare_phase = g_strdup (self->compare_phase);
  copy->compare_perspective = g_strdup (self->compare_perspective);
  copy->focus = g_strdupv (self->focus);
  copy->hidden_sectors = g_strdupv (self->hidden_sectors);
  copy->sectors = g_strdupv (self->sectors);
  copy->relations = g_strdupv (self->relations);
  copy->arrivals = g_strdupv (self->arrivals);
  return copy;
}

static void
replace (char **text, const char *by)
{
  char *old = *text;

  *text = g_strdup (by);
  g_free (old);
}

/* --- The default --- */

/* The last that the room agreed on, else the first: an aim is shown when it is asked for. */
static const char *
choose_phase (RapportMap *map)
{
  RapportElementList *phases = rapport_map_get_list (map, RAPPORT_LIST_PHASES);
  const char *chosen = rapport_map_get_first_phase (map);

  for (GSequenceIter *iter = rapport_element_list_first (phases); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      RapportElement *phase = g_sequence_get (iter);

      if (g_strcmp0 (rapport_phase_get_standing (RAPPORT_PHASE (phase)), "agreed") == 0)
        chosen = rapport_element_get_id (phase);
    }
  return chosen;
}

static guint
find_judged (const RapportReading *reading)
{
  guint show = 0;

  for (RapportSide side = RAPPORT_SIDE_A; side <= RAPPORT_SIDE_B; side++)
    {
      if (rapport_link_reading_get_gives (reading, side) != RAPPORT_LEVEL_UNSET)
        show |= RAPPORT_SHOW_GIVES;
      if (rapport_link_reading_get_power (reading, side) != RAPPORT_LEVEL_UNSET)
        show |= RAPPORT_SHOW_POWER;
    }
  return show;
}

static guint
find_links_judged (RapportMap *map, const char *phase, guint *n_links)
{
  RapportElementList *links = rapport_map_get_list (map, RAPPORT_LIST_LINKS);
  guint show = 0;

  for (GSequenceIter *iter = rapport_element_list_first (links); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      const RapportReading *reading = rapport_element_get_reading (g_sequence_get (iter), phase, NULL);

      if (reading == NULL)
        continue;
      *n_links += 1;
      show |= find_judged (reading);
    }
  return show;
}

static gboolean
is_influence_judged (RapportMap *map, const char *phase)
{
  RapportElementList *list = rapport_map_get_list (map, RAPPORT_LIST_STAKEHOLDERS);

  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
       iter = rapport_element_list_next (iter))
    {
      const RapportReading *reading = rapport_element_get_reading (g_sequence_get (iter), phase, NULL);

      if (rapport_stakeholder_reading_get_influence (reading) != RAPPORT_LEVEL_UNSET)
        return TRUE;
    }
  return FALSE;
}

/* Nothing judged: plain links. Judged: influence and what is given; power, the sharper subject, only where it is all
 * that was judged. */
static guint
choose_show (RapportMap *map, const char *phase)
{
  guint n_links = 0, judged = find_links_judged (map, phase, &n_links);
  guint show = RAPPORT_SHOW_LABELS | RAPPORT_SHOW_BACKDROP;

  if (n_links > QUIET_ABOVE)
    show |= RAPPORT_SHOW_QUIET;
  if (judged & RAPPORT_SHOW_GIVES)
    judged &= ~(guint) RAPPORT_SHOW_POWER;
  if (judged != 0 || is_influence_judged (map, phase))
    show |= RAPPORT_SHOW_INFLUENCE;
  return show | judged;
}

/**
 * rapport_lens_new:
 *
 * Returns: (transfer full): how @map is seen when it is opened, as it is now
 */
RapportLens *
rapport_lens_new (RapportMap *map)
{
  RapportLens *self;

  g_return_val_if_fail (RAPPORT_IS_MAP (map), NULL);

  self = g_new0 (RapportLens, 1);
  g_atomic_ref_count_init (&self->refs);
  self->phase = g_strdup (choose_phase (map));
  self->show = RAPPORT_SHOW_LABELS | RAPPORT_SHOW_BACKDROP;
  if (self->phase != NULL)
    self->show = choose_show (map, self->phase);
  return self;
}

RapportLens *
rapport_lens_ref (const RapportLens *self)
{
  RapportLens *lens = (RapportLens *) self;

  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&lens->refs);
  return lens;
}

void
rapport_lens_unref (RapportLens *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->phase);
  g_free (self->perspective);
  g_free (self->compare_phase);
  g_free (self->compare_perspective);
  g_strfreev (self->focus);
  g_strfreev (self->hidden_sectors);
  g_strfreev (self->sectors);
  g_strfreev (self->relations);
  g_strfreev (self->arrivals);
  g_free (self);
}

/* --- Others like it; each is a lens of its own (transfer full) --- */

/* @phase: (nullable): an id; %NULL is the map's first */
RapportLens *
rapport_lens_with_phase (const RapportLens *self, const char *phase)
{
  RapportLens *lens = copy (self);

  replace (&lens->phase, phase);
  return lens;
}

/* @perspective: (nullable): an id; %NULL is what is agreed */
RapportLens *
rapport_lens_with_perspective (const RapportLens *self, const char *perspective)
{
  RapportLens *lens = copy (self);

  replace (&lens->perspective, perspective);
  return lens;
}

/**
 * rapport_lens_with_compare:
 * @phase: (nullable): another phase; %NULL is the same
 * @perspective: (nullable): another perspective; %NULL is the same
 *
 * Both %NULL is no comparison. What is compared with is the later: "1→2" reads from the lens's own phase to it.
 */
RapportLens *
rapport_lens_with_compare (const RapportLens *self, const char *phase, const char *perspective)
{
  RapportLens *lens = copy (self);

  replace (&lens->compare_phase, phase);
  replace (&lens->compare_perspective, perspective);
  return lens;
}

/* @show: of RapportShow */
RapportLens *
rapport_lens_with_show (const RapportLens *self, guint show)
{
  RapportLens *lens = copy (self);

  lens->show = show;
  return lens;
}

/**
 * rapport_lens_with_focus:
 * @ids: (nullable) (array zero-terminated=1): of stakeholders and links; %NULL is no focus
 * @reach: how many links further out still belongs to it
 */
RapportLens *
rapport_lens_with_focus (const RapportLens *self, const char *const *ids, guint reach)
{
  RapportLens *lens = copy (self);

  g_strfreev (lens->focus);
  lens->focus = g_strdupv ((char **) ids);
  lens->reach = reach;
  return lens;
}

/* @sectors: (nullable) (array zero-terminated=1): whose stakeholders are not shown */
RapportLens *
rapport_lens_with_hidden_sectors (const RapportLens *self, const char *const *sectors)
{
  RapportLens *lens = copy (self);

  g_strfreev (lens->hidden_sectors);
  lens->hidden_sectors = g_strdupv ((char **) sectors);
  return lens;
}

RapportLens *
rapport_lens_with_starred_only (const RapportLens *self, gboolean starred_only)
{
  RapportLens *lens = copy (self);

  lens->starred_only = starred_only;
  return lens;
}

/* @hidden: whether codes stand for the names of stakeholders, in the picture and in its words; see rapport-codes.h */
RapportLens *
rapport_lens_with_hidden_names (const RapportLens *self, gboolean hidden)
{
  RapportLens *lens = copy (self);

  lens->hides_names = hidden;
  return lens;
}

/* @names: in which of its languages the map is seen; hidden names stay hidden */
RapportLens *
rapport_lens_with_names (const RapportLens *self, RapportNames names)
{
  RapportLens *lens = copy (self);

  lens->names = names;
  return lens;
}

/* @ids: (nullable) (array zero-terminated=1): of what came while people watched: it stays bright where others are dimmed */
RapportLens *
rapport_lens_with_arrivals (const RapportLens *self, const char *const *ids)
{
  RapportLens *lens = copy (self);

  g_strfreev (lens->arrivals);
  lens->arrivals = g_strdupv ((char **) ids);
  return lens;
}

static gboolean
is_there (RapportMap *map, const char *id, GType type)
{
  RapportElement *element = id != NULL ? rapport_map_lookup (map, id) : NULL;

  return element != NULL && g_type_is_a (G_OBJECT_TYPE (element), type);
}

static void
keep_if_there (char **id, RapportMap *map, GType type)
{
  if (!is_there (map, *id, type))
    g_clear_pointer (id, g_free);
}

/* The ids of a focus that are still of something; where none is, there is no focus. */
static void
keep_focus (RapportLens *lens, RapportMap *map)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; lens->focus != NULL && lens->focus[i] != NULL; i++)
    if (is_there (map, lens->focus[i], RAPPORT_TYPE_ELEMENT))
      g_ptr_array_add (kept, g_strdup (lens->focus[i]));
  g_clear_pointer (&lens->focus, g_strfreev);
  if (kept->len == 0)
    return;
  g_ptr_array_add (kept, NULL);
  lens->focus = (char **) g_ptr_array_steal (kept, NULL);
}

/**
 * rapport_lens_with_what_is_there:
 *
 * Returns: (transfer full): a lens like it that looks at nothing @map does not have (any more): where its phase is
 *   gone, it has the one that a lens has at first
 */
RapportLens *
rapport_lens_with_what_is_there (const RapportLens *self, RapportMap *map)
{
  RapportLens *lens;

  g_return_val_if_fail (self != NULL && RAPPORT_IS_MAP (map), NULL);

  lens = copy (self);
  keep_if_there (&lens->phase, map, RAPPORT_TYPE_PHASE);
  if (lens->phase == NULL)
    lens->phase = g_strdup (choose_phase (map));
  keep_if_there (&lens->perspective, map, RAPPORT_TYPE_PERSPECTIVE);
  keep_if_there (&lens->compare_phase, map, RAPPORT_TYPE_PHASE);
  keep_if_there (&lens->compare_perspective, map, RAPPORT_TYPE_PERSPECTIVE);
  /* Where one of two times is gone, the other would be compared with itself. */
  if (lens->compare_perspective == NULL && g_strcmp0 (lens->compare_phase, lens->phase) == 0)
    g_clear_pointer (&lens->compare_phase, g_free);
  keep_focus (lens, map);
  return lens;
}

/**
 * rapport_lens_with_unfolded:
 * @sectors: (nullable) (array zero-terminated=1): whose stakeholders have been come to; "" is those without one
 * @relations: (nullable) (array zero-terminated=1): what links there are so far; "" is those of no kind
 *
 * A map that unfolds while people watch: the rest has its place already, and is not drawn. %NULL is all.
 */
RapportLens *
rapport_lens_with_unfolded (const RapportLens *self, const char *const *sectors, const char *const *relations)
{
  RapportLens *lens = copy (self);

  g_strfreev (lens->sectors);
  g_strfreev (lens->relations);
  lens->sectors = g_strdupv ((char **) sectors);
  lens->relations = g_strdupv ((char **) relations);
  return lens;
}

/* --- What it says --- */

/* Returns: (nullable) (transfer none): %NULL is the map's first */
const char *
rapport_lens_get_phase (const RapportLens *self)
{
  return self->phase;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_lens_get_perspective (const RapportLens *self)
{
  return self->perspective;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_lens_get_compare_phase (const RapportLens *self)
{
  return self->compare_phase;
}

/* Returns: (nullable) (transfer none) */
const char *
rapport_lens_get_compare_perspective (const RapportLens *self)
{
  return self->compare_perspective;
}

gboolean
rapport_lens_is_comparing (const RapportLens *self)
{
  return self->compare_phase != NULL || self->compare_perspective != NULL;
}

guint
rapport_lens_get_show (const RapportLens *self)
{
  return self->show;
}

/* Returns: (nullable) (transfer none) (array zero-terminated=1) */
const char *const *
rapport_lens_get_focus (const RapportLens *self)
{
  return (const char *const *) self->focus;
}

guint
rapport_lens_get_reach (const RapportLens *self)
{
  return self->reach;
}

gboolean
rapport_lens_is_starred_only (const RapportLens *self)
{
  return self->starred_only;
}

/* @sector: (nullable) */
gboolean
rapport_lens_hides_sector (const RapportLens *self, const char *sector)
{
  return self->hidden_sectors != NULL && sector != NULL
         && g_strv_contains ((const char *const *) self->hidden_sectors, sector);
}

gboolean
rapport_lens_is_arrival (const RapportLens *self, const char *id)
{
  return self->arrivals != NULL && g_strv_contains ((const char *const *) self->arrivals, id);
}

gboolean
rapport_lens_hides_names (const RapportLens *self)
{
  return self->hides_names;
}

RapportNames
rapport_lens_get_names (const RapportLens *self)
{
  return self->names;
}

/* Whether some of the map is still to come. */
gboolean
rapport_lens_is_unfolding (const RapportLens *self)
{
  return self->sectors != NULL || self->relations != NULL;
}

/* @sector: (nullable) */
gboolean
rapport_lens_came_to_sector (const RapportLens *self, const char *sector)
{
  return self->sectors == NULL
         || g_strv_contains ((const char *const *) self->sectors, sector != NULL ? sector : "");
}

/* @relations: (nullable): what one link is, in words with blanks between them; one of them is enough */
gboolean
rapport_lens_came_to_relations (const RapportLens *self, const char *relations)
{
  g_auto (GStrv) words = NULL;

  if (self->relations == NULL)
    return TRUE;
  if (relations == NULL || *relations == '\0')
    return g_strv_contains ((const char *const *) self->relations, "");
  words = g_strsplit (relations, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && g_strv_contains ((const char *const *) self->relations, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
lists_equal (char **a, char **b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

gboolean
rapport_lens_equal (const RapportLens *a, const RapportLens *b)
{
  return a == b
         || (g_strcmp0 (a->phase, b->phase) == 0 && g_strcmp0 (a->perspective, b->perspective) == 0
             && g_strcmp0 (a->compare_phase, b->compare_phase) == 0
             && g_strcmp0 (a->compare_perspective, b->compare_perspective) == 0 && a->show == b->show
             && a->reach == b->reach && a->starred_only == b->starred_only
             && a->hides_names == b->hides_names && a->names == b->names
             && lists_equal (a->focus, b->focus) && lists_equal (a->hidden_sectors, b->hidden_sectors)
             && lists_equal (a->sectors, b->sectors) && lists_equal (a->relations, b->relations)
             && lists_equal (a->arrivals, b->arrivals));
}

/* --- Reading through it --- */

static RapportReading *
see (RapportElement *element, const char *phase, const char *perspective)
{
  RapportMap *map = rapport_element_get_map (element);

  if (phase == NULL && map != NULL)
    phase = rapport_map_get_first_phase (map);
  return phase != NULL ? rapport_element_see (element, phase, perspective) : NULL;
}

/* Returns: (nullable) (transfer full): %NULL: @element is not there in the phase */
RapportReading *
rapport_lens_read (const RapportLens *self, RapportElement *element)
{
  g_return_val_if_fail (self != NULL && RAPPORT_IS_ELEMENT (element), NULL);
  return see (element, self->phase, self->perspective);
}

/* Returns: (nullable) (transfer full): what is compared with; %NULL also where nothing is compared */
RapportReading *
rapport_lens_read_compare (const RapportLens *self, RapportElement *element)
{
  g_return_val_if_fail (self != NULL && RAPPORT_IS_ELEMENT (element), NULL);

  if (!rapport_lens_is_comparing (self))
    return NULL;
  return see (element, self->compare_phase != NULL ? self->compare_phase : self->phase,
              self->compare_perspective != NULL ? self->compare_perspective : self->perspective);
}
