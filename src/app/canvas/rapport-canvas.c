/* rapport-canvas.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-canvas-private.h"

#include "rapport-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rapport-appearance.h"
#include "rapport-canvas-marks.h"
#include "rapport-focus-words.h"

/* What pictures show beyond each edge of the canvas, in its pixels: so far it can be pushed until the next is ready. */
#define MARGIN 256

G_DEFINE_FINAL_TYPE (RapportCanvas, rapport_canvas, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_LINK,
  SIGNAL_DROPPED_IN_SECTOR,
  SIGNAL_NAMING,
  SIGNAL_VIEW_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

enum
{
  PROP_0,
  PROP_SNAPPING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

const RapportTheme *
_rapport_canvas_choose_theme (RapportCanvas *self)
{
  return rapport_theme_get (self->look != NULL ? self->look->scheme : rapport_appearance_get_scheme (),
                            RAPPORT_MEDIUM_PROJECTION);
}

void
_rapport_canvas_ensure_scene (RapportCanvas *self)
{
  const RapportPage own = rapport_canvas_page_get_page (&self->page);
  g_autoptr (RapportScene) before = NULL;

  if (!self->scene_stale || self->session == NULL)
    return;
  rapport_canvas_glide_stop (self->glide);
  if (!self->dropped)
    g_clear_pointer (&self->moving, rapport_drag_picture_free);
  before = g_steal_pointer (&self->scene);
  self->scene = rapport_scene_new (rapport_session_get_map (self->session),
                                   rapport_session_get_lens (self->session), _rapport_canvas_choose_theme (self),
                                   self->look != NULL ? &self->look->page : &own);
  rapport_picture_cache_set_scene (self->cache, self->scene);
  self->scene_stale = FALSE;
  /* Those who were dragged are there already. */
  if (self->moving == NULL)
    rapport_canvas_glide_follow (self->glide, before, self->scene);
}

static void
invalidate_scene (RapportCanvas *self)
{
  self->scene_stale = TRUE;
  rapport_canvas_access_follow (self->access);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->ring != NULL)
    rapport_link_ring_hide (self->ring);
  _rapport_canvas_tell_view (self);
}

void
_rapport_canvas_tell_view (RapportCanvas *self)
{
  g_signal_emit (self, signals[SIGNAL_VIEW_CHANGED], 0);
}

/* The room sees the map without words about keys. */
static void
lens_cb (RapportCanvas *self)
{
  g_autofree char *around = self->look == NULL ? rapport_focus_words (self->session) : NULL;

  if (rapport_canvas_hint_set_around (&self->hint, around))
    rapport_canvas_access_say (self->access, around != NULL ? around : _("Everybody is shown"));
  invalidate_scene (self);
}

/* What letting go would mean, such as the ring that somebody would be in, at the pointer; and the hint. */
static void
snapshot_words (RapportCanvas *self, GtkSnapshot *snapshot)
{
  RapportPoint at;
  const char *words = rapport_drag_tool_get_words (self->drag, &at);

  if (words == NULL)
    words = rapport_link_ring_get_words (self->ring, &at);
  if (words != NULL)
    rapport_canvas_marks_sign (self, snapshot, words, (float) at.x + 14, (float) at.y + 14, FALSE);
  rapport_canvas_hint_snapshot (&self->hint, snapshot, rapport_canvas_children_get_length (self->children) == 0);
}

static void
snapshot_drag (RapportCanvas *self, GtkSnapshot *snapshot)
{
  const RapportPoint *upright, *level;
  RapportPoint from, to;
  RapportRect band;
  GHashTable *ids;

  rapport_drag_tool_get_guides (self->drag, &upright, &level);
  if (upright != NULL)
    rapport_canvas_marks_guide (self, snapshot, upright[0], upright[1]);
  if (level != NULL)
    rapport_canvas_marks_guide (self, snapshot, level[0], level[1]);
  if (rapport_drag_tool_get_band (self->drag, &band))
    rapport_canvas_marks_band (self, snapshot, &band);
  else if (rapport_drag_tool_get_line (self->drag, &from, &to))
    rapport_canvas_marks_line (self, snapshot, from, to);
  else if (self->moving == NULL && (ids = rapport_drag_tool_get_dragged (self->drag, &to)) != NULL)
    rapport_canvas_marks_ghosts (self, snapshot, ids, to);
}

static void
rapport_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RapportCanvas *self = RAPPORT_CANVAS (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t all;

  _rapport_canvas_ensure_scene (self);
  if (self->scene == NULL)
    return;
  if (self->fitted)
    _rapport_canvas_fit (self);
  graphene_rect_init (&all, 0, 0, (float) width, (float) height);
  gtk_snapshot_push_clip (snapshot, &all);
  rapport_picture_cache_snapshot (self->cache, snapshot, &self->view, self->sharpen_source != 0);
  _rapport_canvas_snapshot_moving (self, snapshot);
  rapport_link_ring_snapshot (self->ring, snapshot);
  rapport_canvas_marks_selection (self, snapshot);
  rapport_canvas_access_snapshot (self->access, snapshot);
  snapshot_drag (self, snapshot);
  snapshot_words (self, snapshot);
  rapport_canvas_children_snapshot (self->children, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
rapport_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RapportCanvas *self = RAPPORT_CANVAS (widget);

  _rapport_canvas_shape_page (self, width, height);
  if (self->fitted)
    _rapport_canvas_fit (self);
  rapport_canvas_menus_follow (self->menus);
  rapport_canvas_children_allocate (self->children, width, height);
  rapport_canvas_access_allocate (self->access);
  rapport_card_tool_follow (self->cards);
  _rapport_canvas_tell_view (self);
}

static void
rapport_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 960 : 540;
}

static void
add_here_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportPoint at = rapport_canvas_menus_get_place (RAPPORT_CANVAS (widget)->menus);

  gtk_widget_activate_action (widget, "win.add-at", "(dd)", at.x, at.y);
}

/* @x, @y: in the widget's pixels; what is out of sight has its menu at the edge */
void
rapport_canvas_open_menu_at (RapportCanvas *self, double x, double y)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self) && self->session != NULL);
  rapport_canvas_menus_open (self->menus, x, y);
}

/* By the keyboard: beside what is selected, else in the middle. Returns: whether there is a menu */
gboolean
rapport_canvas_open_menu (RapportCanvas *self)
{
  RapportPoint at = { gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 };
  RapportElement *only;
  const RapportSceneItem *item = NULL;

  g_return_val_if_fail (RAPPORT_IS_CANVAS (self), FALSE);
  if (self->session == NULL)
    return FALSE;
  only = rapport_selection_get_only (rapport_session_get_selection (self->session));
  if (only != NULL)
    item = rapport_scene_find (rapport_canvas_get_scene (self), RAPPORT_ITEM_STAKEHOLDER,
                               rapport_element_get_id (only));
  if (item != NULL)
    {
      RapportPoint middle = rapport_scene_item_get_middle (item);

      at = rapport_canvas_from_map (self, middle.x, middle.y);
    }
  rapport_canvas_open_menu_at (self, at.x, at.y);
  return TRUE;
}

static void
rapport_canvas_dispose (GObject *object)
{
  RapportCanvas *self = RAPPORT_CANVAS (object);

  g_clear_handle_id (&self->sharpen_source, g_source_remove);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->scene, rapport_scene_unref);
  g_clear_pointer (&self->glide, rapport_canvas_glide_free);
  g_clear_pointer (&self->reveal, rapport_canvas_reveal_free);
  g_clear_pointer (&self->moving, rapport_drag_picture_free);
  g_clear_pointer (&self->cache, rapport_picture_cache_free);
  g_clear_pointer (&self->ring, rapport_link_ring_free);
  g_clear_pointer (&self->drag, rapport_drag_tool_free);
  g_clear_pointer (&self->pointer, rapport_pointer_tool_free);
  g_clear_pointer (&self->keys, rapport_key_tool_free);
  g_clear_pointer (&self->naming, rapport_naming_tool_free);
  g_clear_pointer (&self->cards, rapport_card_tool_free);
  g_clear_pointer (&self->access, rapport_canvas_access_free);
  g_clear_pointer (&self->menus, rapport_canvas_menus_free);
  rapport_canvas_children_clear (self->children);

  G_OBJECT_CLASS (rapport_canvas_parent_class)->dispose (object);
}

static void
rapport_canvas_finalize (GObject *object)
{
  rapport_canvas_hint_clear (&RAPPORT_CANVAS (object)->hint);
  if (RAPPORT_CANVAS (object)->look != NULL)
    g_free ((char *) RAPPORT_CANVAS (object)->look->page.prompt);
  g_free (RAPPORT_CANVAS (object)->look);
  rapport_canvas_children_free (RAPPORT_CANVAS (object)->children);

  G_OBJECT_CLASS (rapport_canvas_parent_class)->finalize (object);
}

static void
rapport_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SNAPPING)
    g_value_set_boolean (value, RAPPORT_CANVAS (object)->snapping);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rapport_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SNAPPING)
    rapport_canvas_set_snapping (RAPPORT_CANVAS (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rapport_canvas_class_init (RapportCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rapport_canvas_dispose;
  object_class->finalize = rapport_canvas_finalize;
  object_class->get_property = rapport_canvas_get_property;
  object_class->set_property = rapport_canvas_set_property;
  widget_class->snapshot = rapport_canvas_snapshot;
  widget_class->size_allocate = rapport_canvas_size_allocate;
  widget_class->measure = rapport_canvas_measure;

  /* Whether who is dragged comes into line with neighbours. */
  properties[PROP_SNAPPING]
      = g_param_spec_boolean ("snapping", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "map.snap", "snapping");
  gtk_widget_class_install_action (widget_class, "map.add-here", NULL, add_here_cb);

  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", RAPPORT_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_LINK] = g_signal_new ("link", RAPPORT_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_DROPPED_IN_SECTOR]
      = g_signal_new ("dropped-in-sector", RAPPORT_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_VIEW_CHANGED] = g_signal_new ("view-changed", RAPPORT_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                               NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NAMING]
      = g_signal_new ("naming", RAPPORT_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "rapport-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

/* What the room sees does not move when somebody is selected in the editor. */
static void
selected_cb (RapportCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->look == NULL)
    rapport_canvas_show_selected (self);
}

static void
rapport_canvas_init (RapportCanvas *self)
{
  self->cache = rapport_picture_cache_new (GTK_WIDGET (self), TRUE, MARGIN);
  self->children = rapport_canvas_children_new (self);
  self->menus = rapport_canvas_menus_new (self);
  self->fitted = TRUE;
  self->snapping = TRUE;
  self->view.scale = 1;
  rapport_canvas_page_init (&self->page);
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (invalidate_scene),
                                  self);
  self->selection_signals = g_signal_group_new (RAPPORT_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed", G_CALLBACK (selected_cb), self);
  self->session_signals = g_signal_group_new (RAPPORT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::lens", G_CALLBACK (lens_cb), self);
  rapport_appearance_follow (self, G_CALLBACK (invalidate_scene));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map"), -1);
  self->pointer = rapport_pointer_tool_new (self);
  rapport_canvas_hint_init (&self->hint, self);
  self->glide = rapport_canvas_glide_new (self);
  self->reveal = rapport_canvas_reveal_new (self);
  self->drag = rapport_drag_tool_new (self);
  self->ring = rapport_link_ring_new (self);
  self->keys = rapport_key_tool_new (self);
  self->naming = rapport_naming_tool_new (self);
  self->cards = rapport_card_tool_new (self);
  self->access = rapport_canvas_access_new (self);
}

GtkWidget *
rapport_canvas_new (void)
{
  return g_object_new (RAPPORT_TYPE_CANVAS, NULL);
}

/* @look: copied. From now on the room looks on: nothing that is not for it comes up, and letters are for the back row. */
void
rapport_canvas_set_look (RapportCanvas *self, const RapportCanvasLook *look)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self) && look != NULL);
  if (self->look != NULL)
    g_free ((char *) self->look->page.prompt);
  else
    self->look = g_new0 (RapportCanvasLook, 1);
  *self->look = *look;
  self->look->page.prompt = g_strdup (look->page.prompt);
  self->page = (RapportCanvasPage){ .width = look->page.width, .height = look->page.height };
  rapport_card_tool_set_for_room (self->cards, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  invalidate_scene (self);
}

/* Returns: (nullable) (transfer none): %NULL where the room does not look on */
const RapportCanvasLook *
rapport_canvas_get_look (RapportCanvas *self)
{
  g_return_val_if_fail (RAPPORT_IS_CANVAS (self), NULL);
  return self->look;
}

/* @session: (nullable): what is shown from now on, all of it in view */
void
rapport_canvas_set_session (RapportCanvas *self, RapportSession *session)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self));
  if (session == self->session)
    return;
  rapport_naming_tool_stop (self->naming);
  g_set_object (&self->session, session);
  rapport_canvas_hint_set_around (&self->hint, NULL);
  rapport_card_tool_set_session (self->cards, session);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->history_signals,
                             session != NULL ? rapport_session_get_history (session) : NULL);
  g_signal_group_set_target (self->selection_signals,
                             session != NULL ? rapport_session_get_selection (session) : NULL);
  rapport_canvas_reveal_stop (self->reveal);
  rapport_canvas_glide_stop (self->glide);
  g_clear_pointer (&self->moving, rapport_drag_picture_free);
  g_clear_pointer (&self->scene, rapport_scene_unref);
  rapport_picture_cache_set_scene (self->cache, NULL);
  self->fitted = TRUE;
  rapport_canvas_access_set_session (self->access, session);
  invalidate_scene (self);
}

/* Returns: (nullable) (transfer none) */
RapportSession *
rapport_canvas_get_session (RapportCanvas *self)
{
  g_return_val_if_fail (RAPPORT_IS_CANVAS (self), NULL);
  return self->session;
}

/* Returns: (transfer none): the cards beside what they are about */
RapportCardTool *
rapport_canvas_get_cards (RapportCanvas *self)
{
  g_return_val_if_fail (RAPPORT_IS_CANVAS (self), NULL);
  return self->cards;
}

/* Returns: (nullable) (transfer none): what is shown; it is another one after each change */
const RapportScene *
rapport_canvas_get_scene (RapportCanvas *self)
{
  g_return_val_if_fail (RAPPORT_IS_CANVAS (self), NULL);
  _rapport_canvas_ensure_scene (self);
  return self->scene;
}

/* Whether the map itself is there, in the widget's pixels, and not a widget that lies on it. */
gboolean
rapport_canvas_is_bare_at (RapportCanvas *self, double x, double y)
{
  GtkWidget *picked;

  g_return_val_if_fail (RAPPORT_IS_CANVAS (self), FALSE);
  picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  return picked == NULL || picked == GTK_WIDGET (self);
}

/* Returns: (nullable) (transfer none): the same, with those who are dragged where they would stand; not to be kept */
const RapportScene *
rapport_canvas_get_shown (RapportCanvas *self)
{
  const RapportScene *scene = rapport_canvas_get_scene (self);

  return self->moving != NULL ? rapport_drag_picture_get_all (self->moving) : scene;
}

/* @child: (transfer full): a widget without a parent; @at: where its middle is to be, in map units */
void
rapport_canvas_put_child (RapportCanvas *self, GtkWidget *child, RapportPoint at)
{
  const RapportRect about = { .x = at.x, .y = at.y };

  g_return_if_fail (RAPPORT_IS_CANVAS (self) && GTK_IS_WIDGET (child));
  rapport_canvas_children_put (self->children, child, &about, FALSE);
}

/* @child: (transfer full): a widget without a parent; @about: in map units; is covered only where there is no room */
void
rapport_canvas_put_child_beside (RapportCanvas *self, GtkWidget *child, const RapportRect *about)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self) && GTK_IS_WIDGET (child));
  rapport_canvas_children_put (self->children, child, about, TRUE);
}

void
rapport_canvas_move_child (RapportCanvas *self, GtkWidget *child, RapportPoint at)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self));
  rapport_canvas_children_move (self->children, child, at);
}

void
rapport_canvas_take_away (RapportCanvas *self, GtkWidget *child)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self));
  rapport_canvas_children_take_away (self->children, child);
}

/* Lets one name after another be typed, each where there is room. */
void
rapport_canvas_add (RapportCanvas *self)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self));
  rapport_naming_tool_add (self->naming);
}

/* Lets somebody be named at @at, in map units, linked with @linked_with (nullable). */
void
rapport_canvas_add_at (RapportCanvas *self, RapportPoint at, const char *linked_with)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self));
  rapport_naming_tool_add_at (self->naming, at, linked_with);
}

/* Lets the one whom a link leads to from @id be found by the first letters. */
void
rapport_canvas_link_from (RapportCanvas *self, const char *id)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self) && id != NULL);
  rapport_naming_tool_link (self->naming, id);
}

/* Whether it is asked whom a link leads to. */
gboolean
rapport_canvas_is_linking (RapportCanvas *self)
{
  g_return_val_if_fail (RAPPORT_IS_CANVAS (self), FALSE);
  return rapport_naming_tool_is_linking (self->naming);
}

/* @id: of what was clicked. Returns: whether that was whom a link was to lead to, and it was made */
gboolean
rapport_canvas_link_with (RapportCanvas *self, const char *id)
{
  g_return_val_if_fail (RAPPORT_IS_CANVAS (self) && id != NULL, FALSE);
  return rapport_naming_tool_link_with (self->naming, id);
}

/* Lets a stakeholder have another name. */
void
rapport_canvas_rename (RapportCanvas *self, const char *id)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self) && id != NULL);
  rapport_naming_tool_rename (self->naming, id);
}

/* Lets the question above the map be typed. */
void
rapport_canvas_ask (RapportCanvas *self)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self));
  rapport_naming_tool_ask (self->naming);
}

/* Whether who is dragged comes into line with neighbours. */
gboolean
rapport_canvas_get_snapping (RapportCanvas *self)
{
  g_return_val_if_fail (RAPPORT_IS_CANVAS (self), FALSE);
  return self->snapping;
}

void
rapport_canvas_set_snapping (RapportCanvas *self, gboolean snapping)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self));
  if (snapping == self->snapping)
    return;
  self->snapping = snapping;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SNAPPING]);
}

/* Returns: (transfer none): what a drag on the map does */
RapportDragTool *
rapport_canvas_get_drag (RapportCanvas *self)
{
  g_return_val_if_fail (RAPPORT_IS_CANVAS (self), NULL);
  return self->drag;
}

/* Returns: (transfer none): what appears round whoever is under the pointer */
RapportLinkRing *
rapport_canvas_get_link_ring (RapportCanvas *self)
{
  g_return_val_if_fail (RAPPORT_IS_CANVAS (self), NULL);
  return self->ring;
}

/* @hint: (nullable): what the keyboard waits for, below the map */
void
rapport_canvas_set_hint (RapportCanvas *self, const char *hint)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self));
  rapport_canvas_hint_set (&self->hint, hint);
  if (hint != NULL)
    rapport_canvas_access_say (self->access, hint);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
