/* rapport-scene-mover.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-scene-mover.h"

#include <math.h>

#include "rapport-scene-builder-private.h"

struct _RapportSceneMover
{
  RapportMap *map;    /* owned */
  RapportLens *lens;  /* owned */
  Plan *plan;         /* owned; its scene is the one that is shown */
  GHashTable *nodes;  /* owned: id → place in the plan + 1; it borrows the ids of the map's elements */
  GPtrArray *elements; /* owned: keeps those alive */
  GPtrArray *links;   /* owned: for each node a GArray of guint, its links */
  RapportGrid *crowd; /* owned: where stakeholders and names are or were */
};

static void
index_links (RapportSceneMover *self)
{
  Plan *plan = self->plan;

  for (guint i = 0; i < plan->nodes->len; i++)
    g_ptr_array_add (self->links, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < plan->links->len; i++)
    for (guint end = 0; end < 2; end++)
      g_array_append_val (g_ptr_array_index (self->links, PLAN_LINK (plan, i)->end[end]), i);
}

static void
keep_elements (RapportSceneMover *self)
{
  Plan *plan = self->plan;

  for (guint i = 0; i < plan->nodes->len; i++)
    {
      RapportElement *element = PLAN_NODE (plan, i)->element;

      g_ptr_array_add (self->elements, g_object_ref (element));
      g_hash_table_insert (self->nodes, (gpointer) rapport_element_get_id (element), GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < plan->links->len; i++)
    g_ptr_array_add (self->elements, g_object_ref (PLAN_LINK (plan, i)->element));
  for (guint i = 0; i < plan->marks->len; i++)
    g_ptr_array_add (self->elements, g_object_ref (PLAN_MARK (plan, i)->element));
}

/**
 * rapport_scene_mover_new:
 * @page: (nullable): as for rapport_scene_new(), which makes the same scene
 *
 * Returns: (transfer full)
 */
RapportSceneMover *
rapport_scene_mover_new (RapportMap *map, const RapportLens *lens, const RapportTheme *theme, const RapportPage *page)
{
  RapportSceneMover *self;

  g_return_val_if_fail (RAPPORT_IS_MAP (map) && lens != NULL && theme != NULL, NULL);

  self = g_new0 (RapportSceneMover, 1);
  self->map = g_object_ref (map);
  self->lens = rapport_lens_ref ((RapportLens *) lens);
  self->plan = _rapport_scene_plan (map, lens, theme, page);
  self->plan->page.title = self->plan->page.prompt = NULL;
  self->nodes = g_hash_table_new (g_str_hash, g_str_equal);
  self->elements = g_ptr_array_new_with_free_func (g_object_unref);
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->crowd = _rapport_plan_index_labels (self->plan);
  index_links (self);
  keep_elements (self);
  return self;
}

void
rapport_scene_mover_free (RapportSceneMover *self)
{
  if (self == NULL)
    return;
  rapport_scene_unref (self->plan->scene);
  _rapport_plan_free (self->plan);
  g_hash_table_unref (self->nodes);
  g_ptr_array_unref (self->elements);
  g_ptr_array_unref (self->links);
  rapport_grid_unref (self->crowd);
  rapport_lens_unref (self->lens);
  g_object_unref (self->map);
  g_free (self);
}

/* Returns: (transfer none): as things stand now. Whoever keeps it takes a reference; it never changes then */
RapportScene *
rapport_scene_mover_get_scene (RapportSceneMover *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->plan->scene;
}

/* --- What hangs on a stakeholder --- */

static gboolean
shares_any (const GArray *a, const GArray *b)
{
  for (guint i = 0; i < a->len; i++)
    for (guint j = 0; j < b->len; j++)
      if (g_array_index (a, guint, i) == g_array_index (b, guint, j))
        return TRUE;
  return FALSE;
}

static gboolean
is_on_node (const PlanMark *mark, guint node)
{
  for (guint i = 0; i < mark->nodes->len; i++)
    if (g_array_index (mark->nodes, guint, i) == node)
      return TRUE;
  return FALSE;
}

static gboolean
hangs_on (const PlanMark *mark, guint node, const GArray *links)
{
  return !mark->on_map && (is_on_node (mark, node) || shares_any (mark->links, links));
}

typedef void (*PlaceFunc) (RapportSceneMover *self, guint place, gpointer data);

static void
visit (RapportSceneMover *self, RapportItemKind kind, RapportElement *element, PlaceFunc func, gpointer data)
{
  guint place;

  if (_rapport_scene_find_place (self->plan->scene, kind, rapport_element_get_id (element), &place))
    func (self, place, data);
}

/* Calls @func for the place in the scene of everything that goes along with @node. */
static void
visit_all (RapportSceneMover *self, guint node, PlaceFunc func, gpointer data)
{
  static const RapportItemKind of_node[] = { RAPPORT_ITEM_STAKEHOLDER, RAPPORT_ITEM_LABEL, RAPPORT_ITEM_CHIP };
  static const RapportItemKind of_link[] = { RAPPORT_ITEM_POWER, RAPPORT_ITEM_LINK, RAPPORT_ITEM_CHIP };
  static const RapportItemKind of_mark[] = { RAPPORT_ITEM_REGION, RAPPORT_ITEM_BADGE };
  const GArray *links = g_ptr_array_index (self->links, node);
  Plan *plan = self->plan;

  for (guint i = 0; i < G_N_ELEMENTS (of_node); i++)
    visit (self, of_node[i], PLAN_NODE (plan, node)->element, func, data);
  for (guint i = 0; i < links->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (of_link); j++)
      visit (self, of_link[j], PLAN_LINK (plan, g_array_index (links, guint, i))->element, func, data);
  for (guint i = 0; i < plan->marks->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (of_mark) && hangs_on (PLAN_MARK (plan, i), node, links); j++)
      visit (self, of_mark[j], PLAN_MARK (plan, i)->element, func, data);
}

/* --- Moving --- */

/* @item: (transfer full) (nullable): what is to be seen where @kind of @element was; nothing where %NULL */
static void
put (RapportSceneMover *self, RapportItemKind kind, RapportElement *element, RapportSceneItem *item)
{
  const char *id = rapport_element_get_id (element);
  guint place;

  if (!_rapport_scene_find_place (self->plan->scene, kind, id, &place))
    {
      rapport_scene_item_unref (item);
      return;
    }
  if (item == NULL)
    item = rapport_scene_item_new (kind, id);
  _rapport_scene_replace (self->plan->scene, place, item);
}

/* What badges and chips had taken for themselves is free again. */
static void
give_up (RapportSceneMover *self, const RapportRect *rect)
{
  GArray *taken = self->plan->taken;

  for (guint i = taken->len; i-- > 0;)
    {
      const RapportRect *other = &g_array_index (taken, RapportRect, i);
      RapportPoint middle = { other->x + other->width / 2, other->y + other->height / 2 };

      if (rapport_rect_holds (rect, middle))
        g_array_remove_index_fast (taken, i);
    }
}

static void
give_up_chips (RapportSceneMover *self, RapportElement *element)
{
  const RapportSceneItem *item
      = rapport_scene_find (self->plan->scene, RAPPORT_ITEM_CHIP, rapport_element_get_id (element));

  for (guint i = 0; item != NULL && i < item->shapes->len; i++)
    {
      RapportRect bounds = rapport_shape_get_bounds (g_ptr_array_index (item->shapes, i));

      give_up (self, &bounds);
    }
}

/* A badge beside a stakeholder goes along with it; one on a link finds its place on the new way; that of a region
 * stays, and its legs follow. */
static void
move_mark (RapportSceneMover *self, guint i, guint node, double dx, double dy)
{
  Plan *plan = self->plan;
  PlanMark *mark = PLAN_MARK (plan, i);

  if (mark->several)
    return;
  give_up (self, &mark->box);
  if (!is_on_node (mark, node))
    {
      _rapport_plan_place_mark (plan, i);
      return;
    }
  mark->at.x += dx;
  mark->at.y += dy;
  mark->box.x += dx;
  mark->box.y += dy;
  g_array_append_val (plan->taken, mark->box);
}

static void
put_links (RapportSceneMover *self, const GArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      const PlanLink *link = PLAN_LINK (self->plan, g_array_index (links, guint, i));

      put (self, RAPPORT_ITEM_POWER, link->element, _rapport_make_power (self->plan, link));
      put (self, RAPPORT_ITEM_LINK, link->element, _rapport_make_link (self->plan, link));
      put (self, RAPPORT_ITEM_CHIP, link->element, _rapport_make_link_chips (self->plan, link));
    }
}

static void
put_marks (RapportSceneMover *self, guint node, const GArray *links)
{
  for (guint i = 0; i < self->plan->marks->len; i++)
    {
      const PlanMark *mark = PLAN_MARK (self->plan, i);

      if (!hangs_on (mark, node, links))
        continue;
      put (self, RAPPORT_ITEM_REGION, mark->element, _rapport_make_legs (self->plan, mark));
      put (self, RAPPORT_ITEM_BADGE, mark->element, _rapport_make_badge (self->plan, mark));
    }
}

static void
put_all (RapportSceneMover *self, guint i, const GArray *links)
{
  const PlanNode *node = PLAN_NODE (self->plan, i);

  put (self, RAPPORT_ITEM_STAKEHOLDER, node->element, _rapport_make_stakeholder (self->plan, node));
  put (self, RAPPORT_ITEM_LABEL, node->element, _rapport_make_label (self->plan, node));
  put (self, RAPPORT_ITEM_CHIP, node->element, _rapport_make_node_chip (self->plan, node));
  put_links (self, links);
  put_marks (self, i, links);
}

static void
plan_anew (RapportSceneMover *self, guint i, RapportPoint to)
{
  Plan *plan = self->plan;
  PlanNode *node = PLAN_NODE (plan, i);
  const GArray *links = g_ptr_array_index (self->links, i);
  double dx = to.x - node->at.x, dy = to.y - node->at.y;

  give_up_chips (self, node->element);
  for (guint j = 0; j < links->len; j++)
    give_up_chips (self, PLAN_LINK (plan, g_array_index (links, guint, j))->element);
  node->at = to;
  _rapport_plan_size_node (plan, node);
  _rapport_plan_replace_label (plan, i, self->crowd);
  _rapport_plan_spread_ports_of (plan, i, links);
  _rapport_plan_reroute (plan, links);
  for (guint j = 0; j < plan->marks->len; j++)
    if (hangs_on (PLAN_MARK (plan, j), i, links))
      move_mark (self, j, i, dx, dy);
}

/* Whoever has taken a reference to the scene keeps it as it was. */
static void
make_own (RapportSceneMover *self)
{
  RapportScene *scene = self->plan->scene;

  if (!_rapport_scene_is_shared (scene))
    return;
  self->plan->scene = _rapport_scene_copy (scene);
  rapport_scene_unref (scene);
}

static gboolean
find (RapportSceneMover *self, const char *id, guint *node)
{
  gpointer found = g_hash_table_lookup (self->nodes, id);

  *node = GPOINTER_TO_UINT (found) - 1;
  return found != NULL;
}

/**
 * rapport_scene_mover_move:
 * @id: of a stakeholder
 * @to: where its middle goes, on the page, in map units
 *
 * Wheel, heading and key stay as they are, and so does what is said of the stakeholder, such as its ring.
 *
 * Returns: %FALSE where nobody of that id is in the picture
 */
gboolean
rapport_scene_mover_move (RapportSceneMover *self, const char *id, RapportPoint to)
{
  guint node;

  g_return_val_if_fail (self != NULL && id != NULL && isfinite (to.x) && isfinite (to.y), FALSE);

  if (!find (self, id, &node))
    return FALSE;
  make_own (self);
  plan_anew (self, node, to);
  put_all (self, node, g_ptr_array_index (self->links, node));
  return TRUE;
}

/* --- Part of it --- */

static void
note_place (RapportSceneMover *self, guint place, gpointer data)
{
  gboolean *wanted = data;

  (void) self;
  wanted[place] = TRUE;
}

/* Returns: (transfer full): the items that move with any of @ids, or all others, in painting order */
static RapportScene *
select_items (RapportSceneMover *self, const char *const *ids, gboolean moving)
{
  const RapportScene *scene = self->plan->scene;
  RapportScene *part = _rapport_scene_new_empty (scene->page.width, scene->page.height);
  g_autofree gboolean *moves = g_new0 (gboolean, scene->items->len + 1);
  guint node;

  for (guint i = 0; ids[i] != NULL; i++)
    if (find (self, ids[i], &node))
      visit_all (self, node, note_place, moves);
  part->background = moving ? 0 : scene->background;
  g_free (part->font);
  part->font = g_strdup (scene->font);
  for (guint i = 0; i < scene->items->len; i++)
    if (moves[i] == moving)
      g_ptr_array_add (part->items, rapport_scene_item_ref (g_ptr_array_index (scene->items, i)));
  _rapport_scene_finish (part);
  return part;
}

/* @ids: (array zero-terminated=1): stakeholders. Returns: (transfer full): the picture without what moves with them,
 * which need be painted only once while they do */
RapportScene *
rapport_scene_mover_without (RapportSceneMover *self, const char *const *ids)
{
  g_return_val_if_fail (self != NULL && ids != NULL, NULL);
  return select_items (self, ids, FALSE);
}

/* The other part, on nothing: to be painted over the first. */
RapportScene *
rapport_scene_mover_only (RapportSceneMover *self, const char *const *ids)
{
  g_return_val_if_fail (self != NULL && ids != NULL, NULL);
  return select_items (self, ids, TRUE);
}
