/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-canvas.h"

#include <math.h>

#include "rapport-canvas-menu.h"
#include "rapport-drag-tool.h"
#include "rapport-edits.h"
#include "rapport-link-field.h"
#include "rapport-name-field.h"
#include "rapport-name-match.h"
#include "rapport-rubber-band.h"
#include "rapport-sector.h"
#include "rapport-snap.h"
#include "rapport-stakeholder-reading.h"
#include "rapport-stakeholder.h"
#include "rapport-wheel.h"
#include "session-fixture.h"

typedef struct
{
  RapportSession *session;
  GtkWidget *canvas;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = fixture_session ();
  self->canvas = rapport_canvas_new ();
  rapport_canvas_set_session (RAPPORT_CANVAS (self->canvas), self->session);
  fixture_show (self->canvas);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fixture_hide (self->canvas);
  rapport_session_close (self->session);
  g_assert_finalize_object (self->session);
}

static RapportElementList *
stakeholders (Fixture *self)
{
  return rapport_map_get_list (rapport_session_get_map (self->session), RAPPORT_LIST_STAKEHOLDERS);
}

static RapportElement *
last (Fixture *self)
{
  return rapport_element_list_peek (stakeholders (self), rapport_element_list_get_length (stakeholders (self)) - 1);
}

/* Types into the field on the map, and presses Enter. */
static void
type_name (Fixture *self, const char *name)
{
  GtkWidget *entry = fixture_find (self->canvas, GTK_TYPE_ENTRY, NULL);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  g_signal_emit_by_name (entry, "activate");
  fixture_settle ();
}

static char *
ring_of (Fixture *self, RapportElement *element)
{
  const RapportReading *reading = rapport_element_get_reading (element, "now", NULL);

  return g_strdup (rapport_reading_get_text (reading, "ring"));
}

/* One name after another; the wedge of the next is that of the one before. */
static void
test_add (Fixture *self, gconstpointer data)
{
  g_autofree char *ring = NULL;
  GtkWidget *field;

  rapport_selection_set (rapport_session_get_selection (self->session), "trust");
  rapport_canvas_add (RAPPORT_CANVAS (self->canvas));
  type_name (self, "  Ambulance <trust> ");
  g_assert_cmpuint (rapport_element_list_get_length (stakeholders (self)), ==, 5);
  g_assert_cmpstr (rapport_element_get_text (last (self), "label"), ==, "Ambulance <trust>");
  g_assert_cmpstr (rapport_element_get_text (last (self), "sector"), ==, "nhs");
  g_assert_cmpstr ((ring = ring_of (self, last (self))), ==, "involved");
  type_name (self, "Mental health trust");
  g_assert_cmpstr (rapport_element_get_text (last (self), "sector"), ==, "nhs");
  field = fixture_find (self->canvas, RAPPORT_TYPE_NAME_FIELD, NULL);
  g_signal_emit_by_name (field, "step", 1);
  type_name (self, "Parish council");
  g_assert_cmpstr (rapport_element_get_text (last (self), "sector"), ==, "policy");
  type_name (self, "");
  g_assert_null (fixture_find (self->canvas, RAPPORT_TYPE_NAME_FIELD, NULL));
  g_assert_cmpuint (rapport_element_list_get_length (stakeholders (self)), ==, 7);
  g_assert_cmpstr (rapport_history_get_undo_label (rapport_session_get_history (self->session)), ==,
                   "Add “Parish council”");
}

/* Nobody stands on somebody else, however many are added. */
static void
test_add_many (Fixture *self, gconstpointer data)
{
  const RapportScene *scene;

  rapport_canvas_add (RAPPORT_CANVAS (self->canvas));
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *name = g_strdup_printf ("Group %u", i);

      type_name (self, name);
    }
  scene = rapport_canvas_get_scene (RAPPORT_CANVAS (self->canvas));
  for (guint i = 0; i < rapport_element_list_get_length (stakeholders (self)); i++)
    for (guint j = 0; j < i; j++)
      {
        RapportPoint places[2];
        const guint which[2] = { i, j };

        for (guint k = 0; k < 2; k++)
          places[k] = rapport_scene_item_get_middle (rapport_scene_find (
              scene, RAPPORT_ITEM_STAKEHOLDER,
              rapport_element_get_id (rapport_element_list_peek (stakeholders (self), which[k]))));
        g_assert_cmpfloat (hypot (places[0].x - places[1].x, places[0].y - places[1].y), >, 50);
      }
}

static void
test_give_up (Fixture *self, gconstpointer data)
{
  GtkWidget *field;

  rapport_canvas_add_at (RAPPORT_CANVAS (self->canvas), (RapportPoint){ 400, 400 }, NULL);
  field = fixture_find (self->canvas, RAPPORT_TYPE_NAME_FIELD, NULL);
  g_assert_nonnull (field);
  g_signal_emit_by_name (field, "given-up");
  g_assert_null (fixture_find (self->canvas, RAPPORT_TYPE_NAME_FIELD, NULL));
  g_assert_cmpuint (rapport_element_list_get_length (stakeholders (self)), ==, 4);
  g_assert_false (rapport_session_is_modified (self->session));
}

/* A link that is dropped on nothing makes somebody new and the link, in one step. */
static void
test_add_linked (Fixture *self, gconstpointer data)
{
  RapportMap *map = rapport_session_get_map (self->session);
  RapportElementList *links = rapport_map_get_list (map, RAPPORT_LIST_LINKS);

  rapport_canvas_add_at (RAPPORT_CANVAS (self->canvas), (RapportPoint){ 400, 400 }, "uni");
  type_name (self, "Somebody");
  g_assert_cmpuint (rapport_element_list_get_length (links), ==, 4);
  rapport_history_undo (rapport_session_get_history (self->session));
  g_assert_cmpuint (rapport_element_list_get_length (links), ==, 3);
  g_assert_cmpuint (rapport_element_list_get_length (stakeholders (self)), ==, 4);
  fixture_settle ();
}

static void
test_rename (Fixture *self, gconstpointer data)
{
  rapport_canvas_rename (RAPPORT_CANVAS (self->canvas), "trust");
  type_name (self, "Acute trust");
  g_assert_cmpstr (rapport_element_get_text (fixture_look (self->session, "trust"), "label"), ==, "Acute trust");
  rapport_canvas_ask (RAPPORT_CANVAS (self->canvas));
  type_name (self, "Who decides?");
  g_assert_cmpstr (rapport_map_get_question (rapport_session_get_map (self->session)), ==, "Who decides?");
}

static void
linked_cb (GtkWidget *canvas, const char *a, const char *b, Fixture *self)
{
  rapport_edit_link (self->session, a, b);
}

/* The first letters of any word are enough; who is linked already is not linked twice. */
static void
test_link (Fixture *self, gconstpointer data)
{
  RapportElementList *links
      = rapport_map_get_list (rapport_session_get_map (self->session), RAPPORT_LIST_LINKS);
  RapportSelection *selection = rapport_session_get_selection (self->session);

  g_signal_connect (self->canvas, "link", G_CALLBACK (linked_cb), self);
  rapport_canvas_link_from (RAPPORT_CANVAS (self->canvas), "uni");
  type_name (self, "cou");
  g_assert_cmpuint (rapport_element_list_get_length (links), ==, 4);
  g_assert_cmpstr (rapport_element_get_text (rapport_selection_get_only (selection), "b"), ==, "council");
  rapport_canvas_link_from (RAPPORT_CANVAS (self->canvas), "trust");
  type_name (self, "UNI");
  g_assert_cmpuint (rapport_element_list_get_length (links), ==, 4);
  g_assert_cmpstr (rapport_selection_get_id (selection, 0), ==, "l1");
  rapport_canvas_link_from (RAPPORT_CANVAS (self->canvas), "trust");
  type_name (self, "Nobody yet");
  g_assert_cmpuint (rapport_element_list_get_length (links), ==, 5);
  g_assert_cmpstr (rapport_element_get_text (last (self), "label"), ==, "Nobody yet");
}

static gboolean
touch (const graphene_rect_t *box, RapportCanvas *canvas, const RapportRect *bounds)
{
  RapportPoint from = rapport_canvas_from_map (canvas, bounds->x, bounds->y);
  RapportPoint to = rapport_canvas_from_map (canvas, bounds->x + bounds->width, bounds->y + bounds->height);
  const graphene_rect_t other = GRAPHENE_RECT_INIT ((float) from.x, (float) from.y, (float) (to.x - from.x),
                                                    (float) (to.y - from.y));

  return graphene_rect_intersection (box, &other, NULL);
}

/* Whoever looks for the other end of a link still sees from whom it leads, and their name. */
static void
test_link_field_beside (Fixture *self, gconstpointer data)
{
  static const char *const ids[] = { "uni", "trust", "council", "board" };
  RapportCanvas *canvas = RAPPORT_CANVAS (self->canvas);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const RapportSceneItem *item = rapport_scene_find (rapport_canvas_get_scene (canvas), RAPPORT_ITEM_STAKEHOLDER, ids[i]);
      const RapportSceneItem *name = rapport_scene_find (rapport_canvas_get_scene (canvas), RAPPORT_ITEM_LABEL, ids[i]);
      RapportRect outline;
      graphene_rect_t box;

      g_assert_nonnull (item);
      outline = rapport_scene_item_get_outline (item);
      rapport_canvas_link_from (canvas, ids[i]);
      fixture_settle ();
      g_assert_true (gtk_widget_compute_bounds (fixture_find (self->canvas, RAPPORT_TYPE_LINK_FIELD, NULL), self->canvas,
                                                &box));
      g_assert_false (touch (&box, canvas, &outline));
      g_assert_false (touch (&box, canvas, &name->bounds));
      g_signal_emit_by_name (fixture_find (self->canvas, RAPPORT_TYPE_LINK_FIELD, NULL), "given-up");
    }
}

/* While a name is typed, the one it is to be linked with may go: nothing is linked with nobody. */
static void
test_link_with_gone (Fixture *self, gconstpointer data)
{
  RapportSelection *selection = rapport_session_get_selection (self->session);
  RapportElementList *links
      = rapport_map_get_list (rapport_session_get_map (self->session), RAPPORT_LIST_LINKS);

  g_signal_connect (self->canvas, "link", G_CALLBACK (linked_cb), self);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *done = NULL;

      if (i == 0)
        rapport_canvas_link_from (RAPPORT_CANVAS (self->canvas), "uni");
      else
        rapport_canvas_add_at (RAPPORT_CANVAS (self->canvas), (RapportPoint){ 400, 400 }, "uni");
      rapport_selection_set (selection, "uni");
      done = rapport_edit_delete (self->session);
      g_assert_cmpstr (done, ==, "“University” was deleted");
      g_assert_null (rapport_edit_delete (self->session));
      g_assert_cmpuint (rapport_element_list_get_length (links), ==, 1);
      type_name (self, "Hospital trust");
      g_assert_cmpuint (rapport_element_list_get_length (links), ==, 1);
      rapport_history_undo (rapport_session_get_history (self->session));
      if (i == 1)
        rapport_history_undo (rapport_session_get_history (self->session));
    }
}

static void
test_star (Fixture *self, gconstpointer data)
{
  static const char *const two[] = { "uni", "l1", NULL };

  rapport_selection_set_all (rapport_session_get_selection (self->session), two);
  rapport_edit_star (self->session);
  g_assert_true (rapport_element_get_flag (fixture_look (self->session, "uni"), "starred"));
  g_assert_true (rapport_element_get_flag (fixture_look (self->session, "l1"), "starred"));
  rapport_edit_star (self->session);
  g_assert_false (rapport_element_get_flag (fixture_look (self->session, "uni"), "starred"));
}

/* A nudge moves somebody a little and never changes how close they are. */
static void
test_nudge (Fixture *self, gconstpointer data)
{
  RapportElement *trust = fixture_look (self->session, "trust");
  g_autofree char *ring = NULL;
  double angle;

  rapport_selection_set (rapport_session_get_selection (self->session), "trust");
  for (guint i = 0; i < 40; i++)
    rapport_edit_nudge (self->session, rapport_canvas_get_scene (RAPPORT_CANVAS (self->canvas)), 0, -8);
  angle = rapport_element_get_number (trust, "angle");
  g_assert_true (isfinite (angle));
  g_assert_cmpfloat (rapport_element_get_number (trust, "depth"), ==, 1);
  g_assert_cmpstr ((ring = ring_of (self, trust)), ==, "involved");
  rapport_history_undo (rapport_session_get_history (self->session));
  g_assert_true (isnan (rapport_element_get_number (trust, "angle")));
}

static RapportPoint
middle_of (Fixture *self, const char *id)
{
  return rapport_scene_item_get_middle (
      rapport_scene_find (rapport_canvas_get_scene (RAPPORT_CANVAS (self->canvas)), RAPPORT_ITEM_STAKEHOLDER, id));
}

/* Only who is in it, whichever way it is pulled; with Shift also who was selected before. */
static void
test_rubber_band (Fixture *self, gconstpointer data)
{
  const RapportScene *scene = rapport_canvas_get_scene (RAPPORT_CANVAS (self->canvas));
  RapportSelection *selection = rapport_session_get_selection (self->session);
  RapportPoint uni = middle_of (self, "uni");
  g_autoptr (RapportRubberBand) band = NULL;
  g_autoptr (RapportRubberBand) adding = NULL;

  rapport_selection_set (selection, "council");
  band = rapport_rubber_band_new (selection, (RapportPoint){ uni.x + 5, uni.y + 5 }, FALSE);
  rapport_rubber_band_pull (band, scene, (RapportPoint){ uni.x + 1, uni.y + 1 });
  g_assert_cmpuint (rapport_selection_get_size (selection), ==, 0);
  rapport_rubber_band_pull (band, scene, (RapportPoint){ uni.x - 5, uni.y - 5 });
  g_assert_cmpuint (rapport_selection_get_size (selection), ==, 1);
  g_assert_true (rapport_selection_contains (selection, "uni"));
  rapport_rubber_band_cancel (band);
  g_assert_true (rapport_selection_contains (selection, "council"));
  g_assert_false (rapport_selection_contains (selection, "uni"));
  adding = rapport_rubber_band_new (selection, (RapportPoint){ uni.x - 5, uni.y + 5 }, TRUE);
  rapport_rubber_band_pull (adding, scene, (RapportPoint){ uni.x + 5, uni.y - 5 });
  g_assert_cmpuint (rapport_selection_get_size (selection), ==, 2);
  rapport_rubber_band_pull (adding, scene, (RapportPoint){ uni.x - 4, uni.y + 4 });
  g_assert_cmpuint (rapport_selection_get_size (selection), ==, 1);
}

/* Drawn into line with a neighbour from a little off, not from afar, never with who moves too, and not when off. */
static void
test_snap (Fixture *self, gconstpointer data)
{
  const RapportScene *scene = rapport_canvas_get_scene (RAPPORT_CANVAS (self->canvas));
  RapportPoint uni = middle_of (self, "uni"), board = middle_of (self, "board");
  g_autoptr (GHashTable) dragged = g_hash_table_new (g_str_hash, g_str_equal);
  RapportPoint near = { board.x - uni.x + 4, board.y - uni.y + 100 };
  RapportSnap snap;

  g_hash_table_add (dragged, (gpointer) "uni");
  rapport_snap_find (&snap, scene, "uni", dragged, near, 6);
  g_assert_true (snap.upright);
  g_assert_cmpfloat_with_epsilon (uni.x + snap.shift.x, board.x, 0.001);
  g_assert_cmpfloat_with_epsilon (snap.above[0].y, board.y, 0.001);
  g_assert_cmpfloat_with_epsilon (snap.above[1].x, board.x, 0.001);
  rapport_snap_find (&snap, scene, "uni", dragged, near, 3);
  g_assert_false (snap.upright);
  g_assert_cmpfloat (snap.shift.x, ==, near.x);
  rapport_snap_find (&snap, scene, "uni", dragged, near, 0);
  g_assert_false (snap.upright || snap.level);
  g_hash_table_add (dragged, (gpointer) "board");
  rapport_snap_find (&snap, scene, "uni", dragged, near, 6);
  g_assert_false (snap.upright);
}

/* One step makes a group of those who are selected; a single one, or a tension, makes none. */
static void
test_group (Fixture *self, gconstpointer data)
{
  static const char *const picked[] = { "trust", "t1", "l1", "uni", NULL };
  RapportSelection *selection = rapport_session_get_selection (self->session);
  RapportMap *map = rapport_session_get_map (self->session);
  const char *id;

  rapport_selection_set (selection, "trust");
  g_assert_null (rapport_edit_group (self->session));
  g_assert_false (rapport_session_is_modified (self->session));
  rapport_selection_set_all (selection, picked);
  id = rapport_edit_group (self->session);
  g_assert_cmpstr (rapport_element_get_text (fixture_look (self->session, id), "members"), ==, "trust l1 uni");
  g_assert_true (rapport_selection_contains (selection, id));
  g_assert_cmpuint (rapport_selection_get_size (selection), ==, 1);
  fixture_settle ();
  rapport_history_undo (rapport_session_get_history (self->session));
  g_assert_cmpuint (rapport_element_list_get_length (rapport_map_get_list (map, RAPPORT_LIST_REGIONS)), ==, 0);
}

/* What was selected may be far out of sight; GTK warns of a menu on no screen. */
static void
test_menu_out_of_sight (Fixture *self, gconstpointer data)
{
  rapport_selection_set (rapport_session_get_selection (self->session), "trust");
  rapport_canvas_pan_by (RAPPORT_CANVAS (self->canvas), 40000, -40000);
  g_assert_true (rapport_canvas_open_menu (RAPPORT_CANVAS (self->canvas)));
  fixture_settle ();
  g_assert_nonnull (fixture_find (self->canvas, GTK_TYPE_POPOVER_MENU, NULL));
}

/* Returns: (transfer none): the menu that comes up, and that went again */
static GtkWidget *
open_menu_once (Fixture *self, const char *selected)
{
  RapportSelection *selection = rapport_session_get_selection (self->session);
  GtkWidget *menu;

  if (selected != NULL)
    rapport_selection_set (selection, selected);
  else
    rapport_selection_clear (selection);
  g_assert_true (rapport_canvas_open_menu (RAPPORT_CANVAS (self->canvas)));
  fixture_settle ();
  menu = fixture_find (self->canvas, GTK_TYPE_POPOVER_MENU, NULL);
  gtk_popover_popdown (GTK_POPOVER (menu));
  fixture_settle ();
  g_assert_null (fixture_find (self->canvas, GTK_TYPE_POPOVER_MENU, NULL));
  return menu;
}

/* Each time one that fits the selection, and no second one for the same: GTK keeps the items of one that goes. */
static void
test_menus_stay (Fixture *self, gconstpointer data)
{
  GtkWidget *for_map = open_menu_once (self, NULL);
  GtkWidget *for_one = open_menu_once (self, "trust");
  GMenuModel *model = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (for_map));

  g_assert_true (for_map != for_one);
  g_assert_true (open_menu_once (self, "l1") != for_one);
  g_assert_true (open_menu_once (self, "uni") == for_one);
  fixture_set (self->session, "uni", "sector", "third");
  g_assert_true (open_menu_once (self, "uni") == for_one);
  g_assert_true (open_menu_once (self, NULL) == for_map);
  g_assert_true (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (for_map)) == model);
}

/* Returns: (transfer full): what follows the first mouse button, held, on the map */
static GtkEventController *
find_drag (Fixture *self)
{
  g_autoptr (GListModel) list = gtk_widget_observe_controllers (self->canvas);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (list, i);

      if (GTK_IS_GESTURE_DRAG (controller)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
        return g_steal_pointer (&controller);
    }
  g_assert_not_reached ();
}

static RapportPoint
middle_in (const RapportScene *scene, const char *id)
{
  return rapport_scene_item_get_middle (rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER, id));
}

static double
left_of_link (const RapportScene *scene, const char *id)
{
  return rapport_scene_find (scene, RAPPORT_ITEM_LINK, id)->bounds.x;
}

/* From the middle of "uni", 60 map units to the left. */
static GtkEventController *
drag_away (Fixture *self)
{
  GtkEventController *drag = find_drag (self);
  RapportCanvas *canvas = RAPPORT_CANVAS (self->canvas);
  RapportPoint middle = middle_in (rapport_canvas_get_scene (canvas), "uni");
  RapportPoint from = rapport_canvas_from_map (canvas, middle.x, middle.y);

  rapport_canvas_set_snapping (canvas, FALSE);
  g_signal_emit_by_name (drag, "drag-begin", from.x, from.y);
  g_signal_emit_by_name (drag, "drag-update", -20 * rapport_canvas_get_zoom (canvas), 0.0);
  fixture_settle ();
  g_signal_emit_by_name (drag, "drag-update", -60 * rapport_canvas_get_zoom (canvas), 0.0);
  fixture_settle ();
  return drag;
}

/* Links follow whoever is dragged, everybody else stays, and the map is not changed before they are let go. */
static void
test_drag_is_seen (Fixture *self, gconstpointer data)
{
  RapportCanvas *canvas = RAPPORT_CANVAS (self->canvas);
  const RapportPoint start = middle_in (rapport_canvas_get_scene (canvas), "uni");
  g_autoptr (GtkEventController) drag = drag_away (self);
  const RapportScene *before = rapport_canvas_get_scene (canvas), *shown = rapport_canvas_get_shown (canvas);

  g_assert_true (shown != before);
  g_assert_cmpfloat_with_epsilon (middle_in (shown, "uni").x, start.x - 60, 0.01);
  g_assert_cmpfloat (middle_in (before, "uni").x, ==, start.x);
  g_assert_cmpfloat (middle_in (shown, "council").x, ==, middle_in (before, "council").x);
  g_assert_cmpfloat (left_of_link (shown, "l1"), <, left_of_link (before, "l1"));
  g_assert_cmpfloat (left_of_link (shown, "l2"), ==, left_of_link (before, "l2"));
  g_assert_false (rapport_session_is_modified (self->session));
  g_signal_emit_by_name (drag, "drag-end", -60 * rapport_canvas_get_zoom (canvas), 0.0);
  g_assert_true (rapport_session_is_modified (self->session));
  for (guint i = 0; i < 50 && rapport_canvas_get_shown (canvas) != rapport_canvas_get_scene (canvas); i++)
    {
      g_usleep (G_USEC_PER_SEC / 50);
      fixture_settle ();
    }
  g_assert_true (rapport_canvas_get_shown (canvas) == rapport_canvas_get_scene (canvas));
  g_assert_cmpfloat_with_epsilon (middle_in (rapport_canvas_get_scene (canvas), "uni").x, start.x - 60, 3);
}

static void
test_drag_given_up (Fixture *self, gconstpointer data)
{
  RapportCanvas *canvas = RAPPORT_CANVAS (self->canvas);
  const RapportPoint start = middle_in (rapport_canvas_get_scene (canvas), "uni");
  g_autoptr (GtkEventController) drag = drag_away (self);

  g_assert_true (rapport_drag_tool_cancel (rapport_canvas_get_drag (canvas)));
  g_assert_cmpfloat_with_epsilon (middle_in (rapport_canvas_get_shown (canvas), "uni").x, start.x, 0.01);
  fixture_settle ();
  g_signal_emit_by_name (drag, "drag-end", -60 * rapport_canvas_get_zoom (canvas), 0.0);
  g_assert_false (rapport_session_is_modified (self->session));
}

/* As another window of the same map may do. */
static void
test_drag_of_a_map_that_changes (Fixture *self, gconstpointer data)
{
  RapportCanvas *canvas = RAPPORT_CANVAS (self->canvas);
  g_autoptr (GtkEventController) drag = drag_away (self);
  RapportTransaction *transaction
      = rapport_history_begin (rapport_session_get_history (self->session), "Delete", NULL);

  rapport_transaction_delete (transaction, fixture_look (self->session, "uni"));
  rapport_transaction_commit (transaction);
  g_assert_true (rapport_canvas_get_shown (canvas) == rapport_canvas_get_scene (canvas));
  g_signal_emit_by_name (drag, "drag-update", -80 * rapport_canvas_get_zoom (canvas), 0.0);
  fixture_settle ();
  g_signal_emit_by_name (drag, "drag-end", -80 * rapport_canvas_get_zoom (canvas), 0.0);
  fixture_settle ();
  g_assert_null (fixture_look (self->session, "uni"));
  g_assert_cmpstr (rapport_history_get_undo_label (rapport_session_get_history (self->session)), ==, "Delete");
}

static void
count_cb (GListModel *model, int position, int removed, int added, guint *n)
{
  (*n)++;
}

/* The sectors are told anew where they have changed, and only there. */
static void
test_menu_sectors (Fixture *self, gconstpointer data)
{
  RapportMap *map = rapport_session_get_map (self->session);
  g_autoptr (GMenu) sectors = g_menu_new ();
  g_autoptr (RapportWheel) wheel = NULL;
  g_autoptr (RapportElement) sector = rapport_sector_new ("housing");
  RapportTransaction *transaction;
  guint changes = 0;

  rapport_canvas_menu_fill_sectors (sectors, map);
  g_signal_connect (sectors, "items-changed", G_CALLBACK (count_cb), &changes);
  rapport_canvas_menu_fill_sectors (sectors, map);
  g_assert_cmpuint (changes, ==, 0);
  rapport_element_init_text (sector, "name", "Housing");
  transaction = rapport_history_begin (rapport_session_get_history (self->session), "Declare", NULL);
  rapport_transaction_insert (transaction, sector, G_MAXUINT);
  rapport_transaction_commit (transaction);
  rapport_canvas_menu_fill_sectors (sectors, map);
  g_assert_cmpuint (changes, >, 0);
  wheel = rapport_wheel_new (map);
  for (guint i = 0; i < rapport_wheel_get_n_wedges (wheel); i++)
    {
      g_autofree char *target = NULL;

      g_menu_model_get_item_attribute (G_MENU_MODEL (sectors), (int) i, G_MENU_ATTRIBUTE_TARGET, "s", &target);
      g_assert_cmpstr (target, ==, rapport_wheel_get_wedge (wheel, i)->sector);
    }
}

static void
added_cb (GSimpleAction *action, GVariant *parameter, gpointer place)
{
  RapportPoint *at = place;

  g_variant_get (parameter, "(dd)", &at->x, &at->y);
}

/* What the menu adds is put where it was asked for, not where the one before was. */
static void
test_menu_adds_here (Fixture *self, gconstpointer data)
{
  static const double places[][2] = { { 300, 200 }, { 200, 350 } };
  g_autoptr (GSimpleActionGroup) window = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) add = g_simple_action_new ("add-at", G_VARIANT_TYPE ("(dd)"));
  RapportPoint added = { 0 };

  g_signal_connect (add, "activate", G_CALLBACK (added_cb), &added);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (add));
  gtk_widget_insert_action_group (gtk_widget_get_parent (self->canvas), "win", G_ACTION_GROUP (window));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      RapportPoint at = rapport_canvas_to_map (RAPPORT_CANVAS (self->canvas), places[i][0], places[i][1]);

      rapport_canvas_open_menu_at (RAPPORT_CANVAS (self->canvas), places[i][0], places[i][1]);
      g_assert_true (gtk_widget_activate_action (self->canvas, "map.add-here", NULL));
      g_assert_cmpfloat (added.x, ==, at.x);
      g_assert_cmpfloat (added.y, ==, at.y);
    }
  gtk_widget_insert_action_group (gtk_widget_get_parent (self->canvas), "win", NULL);
}

static void
test_match (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *first;
    guint n;
  } cases[] = {
    { "", "uni", 4 }, { "ci", "council", 1 }, { "TRUST", "trust", 1 }, { "o", "trust", 3 },
    { "bo", "board", 1 }, { "ünï", "uni", 1 }, { "zz", NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found
          = rapport_name_match_list (rapport_session_get_map (self->session), cases[i].text, 10);

      g_assert_cmpuint (found->len, ==, cases[i].n);
      if (found->len > 0)
        g_assert_cmpstr (rapport_element_get_id (g_ptr_array_index (found, 0)), ==, cases[i].first);
    }
}

/* Returns: (transfer none): what of that type listens on the canvas */
static gpointer
find_gesture (Fixture *self, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->canvas);
  gpointer found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        found = controller;
    }
  g_assert_nonnull (found);
  return found;
}

/* A finger that rests opens the menu of what is under it; only a finger does. */
static void
test_long_press (Fixture *self, gconstpointer data)
{
  RapportCanvas *canvas = RAPPORT_CANVAS (self->canvas);
  RapportSelection *selection = rapport_session_get_selection (self->session);
  GtkGestureSingle *gesture = find_gesture (self, GTK_TYPE_GESTURE_LONG_PRESS);
  const RapportSceneItem *item = rapport_scene_find (rapport_canvas_get_scene (canvas), RAPPORT_ITEM_STAKEHOLDER, "trust");
  RapportPoint at = rapport_scene_item_get_middle (item);
  GtkWidget *menu;

  at = rapport_canvas_from_map (canvas, at.x, at.y);
  g_assert_true (gtk_gesture_single_get_touch_only (gesture));
  g_signal_emit_by_name (gesture, "pressed", at.x, at.y);
  fixture_settle ();
  g_assert_true (rapport_selection_contains (selection, "trust"));
  menu = fixture_find (self->canvas, GTK_TYPE_POPOVER_MENU, NULL);
  g_assert_nonnull (menu);
  g_assert_true (gtk_widget_get_visible (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
  fixture_settle ();
}

static void
test_pinch (Fixture *self, gconstpointer data)
{
  RapportCanvas *canvas = RAPPORT_CANVAS (self->canvas);
  GtkGesture *gesture = find_gesture (self, GTK_TYPE_GESTURE_ZOOM);
  double zoom = rapport_canvas_get_zoom (canvas);

  g_signal_emit_by_name (gesture, "begin", NULL);
  g_signal_emit_by_name (gesture, "scale-changed", 2.0);
  g_assert_cmpfloat_with_epsilon (rapport_canvas_get_zoom (canvas), 2 * zoom, 0.001);
  g_signal_emit_by_name (gesture, "scale-changed", 1.5);
  g_assert_cmpfloat_with_epsilon (rapport_canvas_get_zoom (canvas), 1.5 * zoom, 0.001);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  /* Whoever stands elsewhere is there at once; that they are seen going is for the film of ui-motion. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  adw_init ();
#define ADD(path, function) g_test_add ("/canvas/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("add", test_add);
  ADD ("add-many", test_add_many);
  ADD ("give-up", test_give_up);
  ADD ("add-linked", test_add_linked);
  ADD ("rename", test_rename);
  ADD ("link", test_link);
  ADD ("link-with-gone", test_link_with_gone);
  ADD ("link-field-beside", test_link_field_beside);
  ADD ("star", test_star);
  ADD ("nudge", test_nudge);
  ADD ("rubber-band", test_rubber_band);
  ADD ("snap", test_snap);
  ADD ("group", test_group);
  ADD ("menu-out-of-sight", test_menu_out_of_sight);
  ADD ("menus-stay", test_menus_stay);
  ADD ("drag-is-seen", test_drag_is_seen);
  ADD ("drag-given-up", test_drag_given_up);
  ADD ("drag-of-a-map-that-changes", test_drag_of_a_map_that_changes);
  ADD ("menu-sectors", test_menu_sectors);
  ADD ("menu-adds-here", test_menu_adds_here);
  ADD ("match", test_match);
  ADD ("long-press", test_long_press);
  ADD ("pinch", test_pinch);
  return g_test_run ();
}
