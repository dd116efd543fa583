/* rapport-drag-tool.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-drag-tool.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rapport-edits.h"
#include "rapport-link-ring.h"
#include "rapport-rubber-band.h"
#include "rapport-snap.h"
#include "rapport-stakeholder-reading.h"
#include "rapport-stakeholder.h"

/* Pixels that a hand may shake before a press is a drag. */
#define THRESHOLD 4.0
/* From how far one is drawn into line with a neighbour, in pixels. */
#define SNAP 6.0

typedef enum
{
  DRAG_NOTHING,
  DRAG_MOVE,
  DRAG_LINK,
  DRAG_BAND,
  DRAG_PAPER,
} DragKind;

struct _RapportDragTool
{
  RapportCanvas *canvas; /* borrowed: the canvas owns the tool */
  DragKind kind;
  gboolean pressed;      /* a button or a finger is down */
  gboolean started;      /* beyond the threshold */
  gboolean keeps_ring;   /* with Control: only where one stands, not how close one is */

  char *id;              /* owned: what the drag began on */
  RapportPoint from;     /* in map units */
  RapportPoint to;
  RapportPoint press;    /* in the widget's pixels */
  RapportPoint last;     /* in the widget's pixels: where the hand is */
  GHashTable *starts;    /* owned: element's id → where it stood, RapportPoint */
  char *words;           /* owned, nullable: what letting go would mean */
  RapportSnap snap;      /* while somebody is moved */
  RapportRubberBand *band; /* owned, nullable */
  gboolean adds;         /* the band, to what is selected */
  gboolean hand;         /* drags move the paper wherever they begin */
};

static RapportSession *
session (RapportDragTool *self)
{
  return rapport_canvas_get_session (self->canvas);
}

static const RapportSceneItem *
stakeholder_at (RapportDragTool *self, RapportPoint point)
{
  gboolean is_held;

  return rapport_link_ring_find (self->canvas, point, &is_held);
}

/* Where everybody who will move stands, so that each motion is reckoned from the start. */
static void
remember_starts (RapportDragTool *self)
{
  const RapportScene *scene = rapport_canvas_get_scene (self->canvas);
  g_autoptr (GPtrArray) list
      = rapport_selection_list (rapport_session_get_selection (session (self)), RAPPORT_TYPE_STAKEHOLDER);

  g_hash_table_remove_all (self->starts);
  for (guint i = 0; i < list->len; i++)
    {
      const char *id = rapport_element_get_id (g_ptr_array_index (list, i));
      const RapportSceneItem *item = rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER, id);
      RapportPoint *start;

      if (item == NULL)
        continue;
      start = g_new (RapportPoint, 1);
      *start = rapport_scene_item_get_middle (item);
      g_hash_table_insert (self->starts, g_strdup (id), start);
    }
}

/* The device of the gesture is the screen's pointer, whatever moves it. */
static gboolean
is_finger (GtkGestureDrag *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  return event != NULL && gdk_event_get_event_type (event) == GDK_TOUCH_BEGIN;
}

/* What a drag from somebody does. A ring is too thin for a finger, which has a menu for links. */
static DragKind
choose_kind (RapportDragTool *self, GdkModifierType state, gboolean finger, gboolean is_held)
{
  if (!rapport_edits_are_possible (session (self)))
    return DRAG_PAPER;
  return (state & GDK_ALT_MASK) != 0 || (is_held && !finger) ? DRAG_LINK : DRAG_MOVE;
}

static void
begin_cb (RapportDragTool *self, double x, double y, GtkGestureDrag *gesture)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  const RapportSceneItem *item;
  gboolean is_held;

  self->kind = DRAG_NOTHING;
  self->pressed = TRUE;
  self->started = FALSE;
  self->keeps_ring = (state & GDK_CONTROL_MASK) != 0;
  g_clear_pointer (&self->id, g_free);
  if (session (self) == NULL)
    return;
  self->from = self->to = rapport_canvas_to_map (self->canvas, x, y);
  self->press = self->last = (RapportPoint){ x, y };
  self->adds = (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0;
  item = rapport_link_ring_find (self->canvas, self->from, &is_held);
  if (item == NULL || self->hand)
    {
      /* A finger has no other way to move the paper. */
      self->kind = self->hand || is_finger (gesture) ? DRAG_PAPER : DRAG_BAND;
      return;
    }
  self->id = g_strdup (item->element_id);
  self->kind = choose_kind (self, state, is_finger (gesture), is_held);
}

static void
move_one (RapportDragTool *self, RapportTransaction *transaction, RapportElement *element,
          RapportPoint target)
{
  RapportMap *map = rapport_session_get_map (session (self));
  const RapportLens *lens = rapport_session_get_lens (session (self));
  const char *phase = rapport_lens_get_phase (lens);
  const char *perspective = rapport_lens_get_perspective (lens);
  g_auto (RapportPlaceOnMap) place = { 0 };
  const RapportReading *old;
  g_autoptr (RapportReading) empty = rapport_reading_new (rapport_stakeholder_reading_kind ());
  g_autoptr (RapportReading) changed = NULL;

  rapport_place_on_map_init (&place, map, rapport_canvas_get_scene (self->canvas), target);
  /* A view of one's own holds only what it says differently. */
  old = phase != NULL ? rapport_element_get_reading (element, phase, perspective) : NULL;
  if (old == NULL && perspective != NULL && rapport_element_is_in_phase (element, phase))
    old = empty;
  if (self->keeps_ring)
    rapport_place_on_map_keep_ring (&place, rapport_ring_of (element, old));
  rapport_edit_put (transaction, element, &place);
  if (old == NULL || !place.in_wheel || self->keeps_ring)
    return;
  changed = rapport_reading_with_text (old, "ring", place.ring_word);
  rapport_transaction_set_reading (transaction, element, phase, perspective, changed);
}

/* What letting go would mean for the one that is held. */
static void
say_ring (RapportDragTool *self)
{
  g_auto (RapportPlaceOnMap) place = { 0 };

  g_clear_pointer (&self->words, g_free);
  rapport_place_on_map_init (&place, rapport_session_get_map (session (self)),
                             rapport_canvas_get_scene (self->canvas), self->to);
  if (place.in_wheel && !self->keeps_ring)
    self->words = g_strdup (rapport_ring_name (place.ring));
}

/* The same of a link; whoever it would end on has a ring. */
static void
say_new (RapportDragTool *self)
{
  g_clear_pointer (&self->words, g_free);
  if (stakeholder_at (self, self->to) == NULL)
    self->words = g_strdup (_("Add somebody here"));
}

static void
move_all (RapportDragTool *self)
{
  RapportMap *map = rapport_session_get_map (session (self));
  guint n = g_hash_table_size (self->starts);
  g_autofree char *label = g_strdup_printf (ngettext ("Move %u stakeholder", "Move %u stakeholders", n), n);
  RapportTransaction *transaction
      = rapport_history_begin (rapport_session_get_history (session (self)), label, "drag");
  GHashTableIter iter;
  gpointer id;
  gpointer start;

  g_hash_table_iter_init (&iter, self->starts);
  while (g_hash_table_iter_next (&iter, &id, &start))
    {
      RapportElement *element = rapport_map_lookup (map, id);
      const RapportPoint *from = start;
      RapportPoint target = { from->x + self->to.x - self->from.x, from->y + self->to.y - self->from.y };

      if (element != NULL)
        move_one (self, transaction, element, target);
    }
  rapport_transaction_commit (transaction);
}

static void
start (RapportDragTool *self)
{
  RapportSelection *selection = rapport_session_get_selection (session (self));

  self->started = TRUE;
  if (self->kind == DRAG_BAND)
    self->band = rapport_rubber_band_new (selection, self->from, self->adds);
  if (self->kind != DRAG_MOVE)
    return;
  if (!rapport_selection_contains (selection, self->id))
    rapport_selection_set (selection, self->id);
  rapport_canvas_hold_still (self->canvas);
  rapport_history_stop_merging (rapport_session_get_history (session (self)));
  remember_starts (self);
  rapport_canvas_begin_moving (self->canvas, self->starts);
}

/* With Alt, or where the map has it off, one stands where the hand is. */
static void
line_up (RapportDragTool *self, GdkModifierType state)
{
  const RapportScene *scene = rapport_canvas_get_scene (self->canvas);
  const RapportPoint shift = { self->to.x - self->from.x, self->to.y - self->from.y };
  gboolean snaps = rapport_canvas_get_snapping (self->canvas) && (state & GDK_ALT_MASK) == 0;

  rapport_snap_find (&self->snap, scene, self->id, self->starts, shift,
                     snaps ? SNAP / rapport_canvas_get_zoom (self->canvas) : 0);
  self->to = (RapportPoint){ self->from.x + self->snap.shift.x, self->from.y + self->snap.shift.y };
}

static void
update_cb (RapportDragTool *self, double dx, double dy, GtkGestureDrag *gesture)
{
  const double x = self->press.x;
  const double y = self->press.y;

  if (self->kind == DRAG_NOTHING || (!self->started && hypot (dx, dy) < THRESHOLD))
    return;
  if (!self->started)
    start (self);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->kind == DRAG_PAPER)
    {
      rapport_canvas_pan_by (self->canvas, x + dx - self->last.x, y + dy - self->last.y);
      self->last = (RapportPoint){ x + dx, y + dy };
      return;
    }
  self->to = rapport_canvas_to_map (self->canvas, x + dx, y + dy);
  self->last = (RapportPoint){ x + dx, y + dy };
  rapport_link_ring_look_at (rapport_canvas_get_link_ring (self->canvas), x + dx, y + dy);
  if (self->kind == DRAG_BAND)
    {
      rapport_rubber_band_pull (self->band, rapport_canvas_get_scene (self->canvas), self->to);
      rapport_canvas_hold_still (self->canvas);
    }
  if (self->kind == DRAG_LINK)
    say_new (self);
  if (self->kind == DRAG_MOVE)
    {
      line_up (self, gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
      say_ring (self);
      rapport_canvas_move_to (self->canvas,
                              (RapportPoint){ self->to.x - self->from.x, self->to.y - self->from.y });
    }
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

/* Who waits to be placed has the sector of the wedge where they are dropped. */
static void
give_sector (RapportDragTool *self, RapportElement *element, const char *sector)
{
  RapportTransaction *transaction
      = rapport_history_begin (rapport_session_get_history (session (self)), _("Place a stakeholder"), "drag");

  rapport_edit_declare_sector (transaction, rapport_session_get_map (session (self)), sector);
  rapport_transaction_set_text (transaction, element, "sector", sector);
  rapport_transaction_commit (transaction);
}

/* Dropped in another wedge, somebody keeps their sector; the offer to change it is the window's. */
static void
end_move (RapportDragTool *self)
{
  RapportMap *map = rapport_session_get_map (session (self));
  RapportElement *element = rapport_map_lookup (map, self->id);
  g_auto (RapportPlaceOnMap) place = { 0 };
  const char *sector;

  if (element == NULL)
    return;
  rapport_place_on_map_init (&place, map, rapport_canvas_get_scene (self->canvas), self->to);
  move_all (self);
  sector = rapport_element_get_text (element, "sector");
  if (place.in_wheel && (sector == NULL || *sector == '\0') && place.sector != NULL)
    give_sector (self, element, place.sector);
  else if (place.in_wheel && !self->keeps_ring && place.sector != NULL && g_strcmp0 (sector, place.sector) != 0)
    g_signal_emit_by_name (self->canvas, "dropped-in-sector", self->id, place.sector);
  rapport_history_stop_merging (rapport_session_get_history (session (self)));
}

static void
end_link (RapportDragTool *self)
{
  const RapportSceneItem *item = stakeholder_at (self, self->to);

  if (item == NULL)
    rapport_canvas_add_at (self->canvas, self->to, self->id);
  else if (g_strcmp0 (item->element_id, self->id) != 0)
    g_signal_emit_by_name (self->canvas, "link", self->id, item->element_id);
}

static void
end_cb (RapportDragTool *self, double dx, double dy, GtkGestureDrag *gesture)
{
  DragKind kind = self->started ? self->kind : DRAG_NOTHING;

  self->kind = DRAG_NOTHING;
  self->pressed = FALSE;
  self->started = FALSE;
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->band, rapport_rubber_band_free);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  if (kind == DRAG_MOVE)
    {
      rapport_canvas_end_moving (self->canvas);
      end_move (self);
    }
  if (kind == DRAG_LINK)
    end_link (self);
  rapport_link_ring_look (rapport_canvas_get_link_ring (self->canvas));
}

RapportDragTool *
rapport_drag_tool_new (RapportCanvas *canvas)
{
  RapportDragTool *self = g_new0 (RapportDragTool, 1);
  GtkGesture *gesture = gtk_gesture_drag_new ();

  self->canvas = canvas;
  self->starts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_signal_connect_swapped (gesture, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect_swapped (gesture, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect_swapped (gesture, "drag-end", G_CALLBACK (end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (gesture));
  return self;
}

void
rapport_drag_tool_free (RapportDragTool *self)
{
  g_hash_table_unref (self->starts);
  g_clear_pointer (&self->band, rapport_rubber_band_free);
  g_free (self->id);
  g_free (self->words);
  g_free (self);
}

/* The link that is being drawn, in map units. Returns: %FALSE where none is */
gboolean
rapport_drag_tool_get_line (RapportDragTool *self, RapportPoint *from, RapportPoint *to)
{
  const RapportScene *scene = rapport_canvas_get_scene (self->canvas);
  const RapportSceneItem *item;

  if (self->kind != DRAG_LINK || !self->started || scene == NULL)
    return FALSE;
  item = rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER, self->id);
  *from = item != NULL ? rapport_scene_item_get_middle (item) : self->from;
  *to = self->to;
  return TRUE;
}

/* Whether a drag that begins now, or may have begun, would draw a link from the ring round somebody. */
gboolean
rapport_drag_tool_may_link (RapportDragTool *self)
{
  return rapport_edits_are_possible (session (self)) && !self->hand && !self->started
         && (!self->pressed || self->kind == DRAG_LINK || self->kind == DRAG_MOVE);
}

/* Returns: (nullable) (transfer none): the id of whoever a link is being drawn from */
const char *
rapport_drag_tool_get_linked (RapportDragTool *self)
{
  return self->kind == DRAG_LINK && self->started ? self->id : NULL;
}

/* @shift: (out): in map units. Returns: (nullable) (transfer none): the ids of those who are being moved, as keys */
GHashTable *
rapport_drag_tool_get_dragged (RapportDragTool *self, RapportPoint *shift)
{
  if (self->kind != DRAG_MOVE || !self->started)
    return NULL;
  *shift = (RapportPoint){ self->to.x - self->from.x, self->to.y - self->from.y };
  return self->starts;
}

/* @hand: (out): where it is, in the widget's pixels. Returns: (nullable) (transfer none): what letting go there would
 * mean, to be shown beside it */
const char *
rapport_drag_tool_get_words (RapportDragTool *self, RapportPoint *hand)
{
  *hand = self->last;
  return self->started ? self->words : NULL;
}

/* @upright, @level: (out) (nullable): the lines on which the one who is held stands with neighbours. */
void
rapport_drag_tool_get_guides (RapportDragTool *self, const RapportPoint **upright, const RapportPoint **level)
{
  gboolean moves = self->kind == DRAG_MOVE && self->started;

  *upright = moves && self->snap.upright ? self->snap.above : NULL;
  *level = moves && self->snap.level ? self->snap.aside : NULL;
}

/* @rect: (out): in map units. Returns: whether a band is being pulled open */
gboolean
rapport_drag_tool_get_band (RapportDragTool *self, RapportRect *rect)
{
  if (self->band == NULL)
    return FALSE;
  *rect = rapport_rubber_band_get_rect (self->band);
  return TRUE;
}

/* Ends what is being dragged as if nothing had been. Returns: whether anything was */
gboolean
rapport_drag_tool_cancel (RapportDragTool *self)
{
  gboolean any = self->started && self->kind != DRAG_PAPER;

  if (!any)
    return FALSE;
  if (self->kind == DRAG_MOVE)
    {
      rapport_canvas_move_to (self->canvas, (RapportPoint){ 0, 0 });
      rapport_canvas_end_moving (self->canvas);
    }
  if (self->band != NULL)
    {
      rapport_rubber_band_cancel (self->band);
      rapport_canvas_hold_still (self->canvas);
    }
  g_clear_pointer (&self->band, rapport_rubber_band_free);
  g_clear_pointer (&self->words, g_free);
  self->kind = DRAG_NOTHING;
  self->started = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  rapport_link_ring_look (rapport_canvas_get_link_ring (self->canvas));
  return TRUE;
}

/* While the hand is on, as with the space bar held, drags move the paper wherever they begin. */
void
rapport_drag_tool_set_hand (RapportDragTool *self, gboolean hand)
{
  self->hand = hand;
  rapport_drag_tool_show_pointer (self);
  rapport_link_ring_look (rapport_canvas_get_link_ring (self->canvas));
}

/* A hand where drags move the paper, the usual one otherwise. */
void
rapport_drag_tool_show_pointer (RapportDragTool *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->canvas), self->hand ? "grab" : NULL);
}
