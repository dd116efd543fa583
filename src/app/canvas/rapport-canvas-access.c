/* rapport-canvas-access.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-canvas-access.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-canvas-item.h"
#include "rapport-canvas-marks.h"
#include "rapport-card-tool.h"
#include "rapport-change-words.h"
#include "rapport-element-words.h"
#include "rapport-spoken-label.h"
#include "rapport-stakeholder.h"

/* After the last change or move, before the widgets follow. */
#define REST_MS 200
/* So many stand on the map at most. */
#define MOST_ITEMS 500
/* So many links are told of a stakeholder; after that, how many more there are. */
#define MOST_LINKS 12

struct _RapportCanvasAccess
{
  RapportCanvas *canvas; /* borrowed: the canvas owns this */

  /* Owned */
  GHashTable *items;   /* id → owned RapportCanvasItem, a child of the canvas */
  GtkWidget *news;     /* a child of the canvas */
  GSignalGroup *history_signals;
  GSignalGroup *selection_signals;

  guint source;       /* until the map has come to rest */
  guint focus_source;
  gboolean moving_focus;
};

static RapportSession *
session (RapportCanvasAccess *self)
{
  return rapport_canvas_get_session (self->canvas);
}

/* --- What is told --- */

static void
append_links (RapportCanvasAccess *self, GString *text, const char *id)
{
  const RapportScene *scene = rapport_canvas_get_scene (self->canvas);
  const char *phase = rapport_lens_get_phase (rapport_session_get_lens (session (self)));
  g_autoptr (GPtrArray) links
      = rapport_map_list_links_of (rapport_session_get_map (session (self)), id, phase);

  g_string_append (text, ". ");
  g_string_append_printf (text, ngettext ("%u link", "%u links", links->len), links->len);
  for (guint i = 0; i < MIN (links->len, MOST_LINKS); i++)
    {
      const char *link = rapport_element_get_id (g_ptr_array_index (links, i));
      const RapportSceneItem *item = rapport_scene_find (scene, RAPPORT_ITEM_LINK, link);

      if (item != NULL && item->name != NULL)
        g_string_append_printf (text, "%s%s", i == 0 ? ": " : ". ", item->name);
    }
  if (links->len > MOST_LINKS)
    {
      g_string_append (text, ". ");
      g_string_append_printf (text, _("and %u more"), links->len - MOST_LINKS);
    }
}

/* A stakeholder's name is its own, and what the picture says of it is told after that, with its links. */
static void
tell_item (RapportCanvasAccess *self, RapportCanvasItem *widget, const RapportSceneItem *item)
{
  RapportElement *element
      = rapport_map_lookup (rapport_session_get_map (session (self)), item->element_id);
  g_autofree char *name = element != NULL ? rapport_element_words_seen (session (self), element) : NULL;
  g_autoptr (GString) text = g_string_new (item->name);

  if (element == NULL)
    return;
  if (name != NULL && g_str_has_prefix (text->str, name))
    g_string_erase (text, 0, (gssize) strlen (name));
  while (text->len > 0 && (text->str[0] == ':' || text->str[0] == '.' || text->str[0] == ' '))
    g_string_erase (text, 0, 1);
  if (item->kind == RAPPORT_ITEM_STAKEHOLDER)
    append_links (self, text, item->element_id);
  rapport_canvas_item_tell (widget, name, text->str);
}

/* --- Which there are --- */

static gboolean
is_told (const RapportSceneItem *item)
{
  return item->element_id != NULL
         && (item->kind == RAPPORT_ITEM_STAKEHOLDER || item->kind == RAPPORT_ITEM_LINK
             || item->kind == RAPPORT_ITEM_BADGE);
}

static gboolean
is_in_view (RapportCanvasAccess *self, const RapportRect *bounds)
{
  RapportPoint start = rapport_canvas_from_map (self->canvas, bounds->x, bounds->y);
  RapportPoint end = rapport_canvas_from_map (self->canvas, bounds->x + bounds->width, bounds->y + bounds->height);

  return end.x >= 0 && end.y >= 0 && start.x <= gtk_widget_get_width (GTK_WIDGET (self->canvas))
         && start.y <= gtk_widget_get_height (GTK_WIDGET (self->canvas));
}

static void
selected_cb (RapportCanvasAccess *self, RapportCanvasItem *item)
{
  RapportSelection *selection = rapport_session_get_selection (session (self));

  if (!self->moving_focus && !rapport_selection_contains (selection, rapport_canvas_item_get_id (item)))
    rapport_selection_set (selection, rapport_canvas_item_get_id (item));
}

/* What Enter does. */
static void
opened_cb (RapportCanvasAccess *self, RapportCanvasItem *item)
{
  rapport_selection_set (rapport_session_get_selection (session (self)), rapport_canvas_item_get_id (item));
  rapport_card_tool_open_selected (rapport_canvas_get_cards (self->canvas));
}

static void
menu_wanted_cb (RapportCanvasAccess *self, RapportCanvasItem *item)
{
  rapport_selection_set (rapport_session_get_selection (session (self)), rapport_canvas_item_get_id (item));
  rapport_canvas_open_menu (self->canvas);
}

static RapportCanvasItem *
ensure_item (RapportCanvasAccess *self, const char *id)
{
  GtkWidget *widget = g_hash_table_lookup (self->items, id);

  if (widget != NULL)
    return RAPPORT_CANVAS_ITEM (widget);
  widget = rapport_canvas_item_new (id);
  g_signal_connect_swapped (widget, "selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (widget, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (widget, "menu-wanted", G_CALLBACK (menu_wanted_cb), self);
  gtk_widget_set_parent (widget, GTK_WIDGET (self->canvas));
  g_hash_table_insert (self->items, g_strdup (id), widget);
  return RAPPORT_CANVAS_ITEM (widget);
}

/* Stakeholders come before links, and links before tensions: that is the order in which a list is read. */
static void
show_kind (RapportCanvasAccess *self, const RapportScene *scene, RapportItemKind kind, GHashTable *wanted)
{
  RapportSelection *selection = rapport_session_get_selection (session (self));

  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (scene, i);
      RapportRect bounds;
      RapportCanvasItem *widget;

      if (item->kind != kind || !is_told (item))
        continue;
      bounds = rapport_scene_item_get_outline (item);
      /* What is selected keeps the focus wherever it is. */
      if ((g_hash_table_size (wanted) >= MOST_ITEMS || !is_in_view (self, &bounds))
          && !rapport_selection_contains (selection, item->element_id))
        continue;
      widget = ensure_item (self, item->element_id);
      rapport_canvas_item_set_bounds (widget, &bounds);
      tell_item (self, widget, item);
      g_hash_table_add (wanted, (char *) rapport_canvas_item_get_id (widget));
    }
}

static gboolean
is_unwanted (gpointer id, gpointer item, gpointer wanted)
{
  return !g_hash_table_contains (wanted, id);
}

static void
tell_map (RapportCanvasAccess *self, const RapportScene *scene)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  rapport_scene_get_description (scene), -1);
}

static void
show_items (RapportCanvasAccess *self)
{
  static const RapportItemKind kinds[]
      = { RAPPORT_ITEM_STAKEHOLDER, RAPPORT_ITEM_LINK, RAPPORT_ITEM_BADGE };
  const RapportScene *scene = session (self) != NULL ? rapport_canvas_get_scene (self->canvas) : NULL;
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean had_focus = rapport_canvas_access_has_focus (self);

  for (guint i = 0; scene != NULL && i < G_N_ELEMENTS (kinds); i++)
    show_kind (self, scene, kinds[i], wanted);
  g_hash_table_foreach_remove (self->items, is_unwanted, wanted);
  if (scene != NULL)
    tell_map (self, scene);
  if (had_focus && !rapport_canvas_access_has_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  gtk_widget_queue_allocate (GTK_WIDGET (self->canvas));
}

static void
move_focus (RapportCanvasAccess *self)
{
  RapportElement *only = rapport_selection_get_only (rapport_session_get_selection (session (self)));
  const char *id = only != NULL ? rapport_element_get_id (only) : NULL;
  GtkWidget *item = id != NULL ? g_hash_table_lookup (self->items, id) : NULL;

  if (!rapport_canvas_access_has_focus (self) || self->moving_focus)
    return;
  self->moving_focus = TRUE;
  gtk_widget_grab_focus (item != NULL ? item : GTK_WIDGET (self->canvas));
  self->moving_focus = FALSE;
}

static void
choose_items (RapportCanvasAccess *self)
{
  RapportSelection *selection = rapport_session_get_selection (session (self));
  GHashTableIter iter;
  gpointer id;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &id, &item))
    rapport_canvas_item_set_chosen (item, rapport_selection_contains (selection, id));
}

static gboolean
rest_cb (gpointer data)
{
  RapportCanvasAccess *self = data;

  self->source = 0;
  show_items (self);
  if (session (self) != NULL)
    {
      choose_items (self);
      move_focus (self);
    }
  return G_SOURCE_REMOVE;
}

/* A key that travels is answered at once: where the map has not come to rest, it is now. */
static void
selection_cb (RapportCanvasAccess *self)
{
  if (self->source != 0 && rapport_canvas_access_has_focus (self))
    {
      g_clear_handle_id (&self->source, g_source_remove);
      show_items (self);
    }
  choose_items (self);
  move_focus (self);
}

/* What is drawn as a sign only is said too. */
void
rapport_canvas_access_say (RapportCanvasAccess *self, const char *words)
{
  rapport_spoken_label_say (GTK_LABEL (self->news), words);
}

static void
committed_cb (RapportCanvasAccess *self, GPtrArray *changes)
{
  g_autofree char *words = rapport_change_words (changes);

  if (words != NULL)
    rapport_canvas_access_say (self, words);
}

static gboolean
focus_cb (gpointer data)
{
  RapportCanvasAccess *self = data;

  self->focus_source = 0;
  if (session (self) != NULL && gtk_widget_has_focus (GTK_WIDGET (self->canvas)))
    move_focus (self);
  return G_SOURCE_REMOVE;
}

/* The canvas got the focus itself, by a key or a click: what is selected is to have it, once it is told who has. */
static void
focused_cb (RapportCanvasAccess *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  if (self->focus_source == 0)
    self->focus_source = g_idle_add (focus_cb, self);
}

RapportCanvasAccess *
rapport_canvas_access_new (RapportCanvas *canvas)
{
  RapportCanvasAccess *self = g_new0 (RapportCanvasAccess, 1);

  self->canvas = canvas;
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) gtk_widget_unparent);
  self->news = gtk_label_new (NULL);
  rapport_spoken_label_mend (GTK_LABEL (self->news));
  gtk_widget_set_can_target (self->news, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->news), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Nothing has changed yet"), -1);
  gtk_widget_set_parent (self->news, GTK_WIDGET (canvas));
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (committed_cb), self);
  self->selection_signals = g_signal_group_new (RAPPORT_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed", G_CALLBACK (selection_cb), self);
  g_signal_connect_swapped (canvas, "notify::has-focus", G_CALLBACK (focused_cb), self);
  return self;
}

void
rapport_canvas_access_free (RapportCanvasAccess *self)
{
  g_signal_handlers_disconnect_by_data (self->canvas, self);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->selection_signals);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->news, gtk_widget_unparent);
  g_free (self);
}

/* @session: (nullable): the one that the canvas shows from now on */
void
rapport_canvas_access_set_session (RapportCanvasAccess *self, RapportSession *new_session)
{
  g_hash_table_remove_all (self->items);
  g_signal_group_set_target (self->history_signals,
                             new_session != NULL ? rapport_session_get_history (new_session) : NULL);
  g_signal_group_set_target (self->selection_signals,
                             new_session != NULL ? rapport_session_get_selection (new_session) : NULL);
  rapport_canvas_access_follow (self);
}

/* @self: (nullable): a canvas that goes has none any more. The map, or how it is looked at, has changed: when it
 * comes to rest, the widgets follow. */
void
rapport_canvas_access_follow (RapportCanvasAccess *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (REST_MS, rest_cb, self);
}

static void
allocate_item (RapportCanvasAccess *self, GtkWidget *widget)
{
  RapportRect bounds = rapport_canvas_item_get_bounds (RAPPORT_CANVAS_ITEM (widget));
  RapportPoint start = rapport_canvas_from_map (self->canvas, bounds.x, bounds.y);
  RapportPoint end = rapport_canvas_from_map (self->canvas, bounds.x + bounds.width, bounds.y + bounds.height);
  const GtkAllocation box = { (int) start.x, (int) start.y, MAX (1, (int) (end.x - start.x)),
                              MAX (1, (int) (end.y - start.y)) };

  gtk_widget_size_allocate (widget, &box, -1);
}

/* Puts each where its thing is drawn; for the canvas, while it is allocated itself. */
void
rapport_canvas_access_allocate (RapportCanvasAccess *self)
{
  GHashTableIter iter;
  gpointer item;
  GtkRequisition size;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    allocate_item (self, item);
  /* Never drawn, but there. */
  gtk_widget_get_preferred_size (self->news, &size, NULL);
  gtk_widget_size_allocate (self->news, &(GtkAllocation){ 0, 0, size.width, size.height }, -1);
}

/* Whether the map has the focus: itself, or something that stands for what is on it. */
gboolean
rapport_canvas_access_has_focus (RapportCanvasAccess *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->canvas));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL
         && (focus == GTK_WIDGET (self->canvas)
             || (RAPPORT_IS_CANVAS_ITEM (focus) && gtk_widget_get_parent (focus) == GTK_WIDGET (self->canvas)));
}

/* Round the whole map it is like that of other widgets. */
static void
snapshot_round_map (RapportCanvasAccess *self, GtkSnapshot *snapshot)
{
  const GdkRGBA colours[] = { { 0.21f, 0.52f, 0.89f, 1 }, { 1, 1, 1, 1 } };
  const float widths[4] = { 2, 2, 2, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      const GdkRGBA four[4] = { colours[i], colours[i], colours[i], colours[i] };
      float inset = 2.0f * (float) i;
      GskRoundedRect rounded;

      gsk_rounded_rect_init_from_rect (
          &rounded,
          &GRAPHENE_RECT_INIT (inset, inset, (float) gtk_widget_get_width (GTK_WIDGET (self->canvas)) - 2 * inset,
                               (float) gtk_widget_get_height (GTK_WIDGET (self->canvas)) - 2 * inset),
          8);
      gtk_snapshot_append_border (snapshot, &rounded, widths, four);
    }
}

/* Returns: (nullable): what is drawn for a widget, where it is; a link has its casing, which is a ring already */
static const RapportSceneItem *
find_ringed (RapportCanvasAccess *self, RapportCanvasItem *widget)
{
  const RapportScene *scene = rapport_canvas_get_scene (self->canvas);
  const char *id = rapport_canvas_item_get_id (widget);
  const RapportSceneItem *item = rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER, id);

  return item != NULL ? item : rapport_scene_find (scene, RAPPORT_ITEM_BADGE, id);
}

/**
 * rapport_canvas_access_snapshot:
 * For the canvas, above what is selected: a ring of two colours round what has the focus, where the keyboard is at
 * work.
 */
void
rapport_canvas_access_snapshot (RapportCanvasAccess *self, GtkSnapshot *snapshot)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->canvas));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const RapportSceneItem *item;

  if (!GTK_IS_WINDOW (root) || !gtk_window_get_focus_visible (GTK_WINDOW (root))
      || !rapport_canvas_access_has_focus (self))
    return;
  if (focus == GTK_WIDGET (self->canvas))
    {
      snapshot_round_map (self, snapshot);
      return;
    }
  item = find_ringed (self, RAPPORT_CANVAS_ITEM (focus));
  if (item != NULL)
    rapport_canvas_marks_focus (self->canvas, snapshot, item);
}
