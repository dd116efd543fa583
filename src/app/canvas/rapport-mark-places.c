/* rapport-mark-places.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-mark-places.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rapport-button-names.h"
#include "rapport-card-tool.h"
#include "rapport-link.h"
#include "rapport-region.h"
#include "rapport-stakeholder.h"
#include "rapport-tension.h"

/* Of a button, in pixels, and from one to the next. */
#define SIZE 30.0
#define PITCH 36.0
/* Of the first beside the heading, from the page's right and top edges, in map units. */
#define HEADING_RIGHT 48.0
#define HEADING_TOP 34.0

/* Round the middle of a button, in pixels: on the way to it, what lies below is not meant. */
#define NEAR 24.0
/* How near a pointer must come to something thin, in pixels. */
#define SLACK 6.0

/* The buttons for one target, or for several at once. */
typedef struct
{
  GPtrArray *buttons; /* owned, of borrowed buttons on the map */
  char *offered;      /* owned, nullable: which tensions, and on what; the same again only moves */
} PlaceRow;

struct _RapportMarkPlaces
{
  RapportCanvas *canvas; /* borrowed: it owns what owns this */
  RapportMarkPlaceChosen chosen;
  gpointer user_data;

  /* Owned */
  RapportSession *session; /* nullable */
  PlaceRow selected;       /* beside what is selected, or the heading */
  PlaceRow pointed;        /* beside what the pointer is on */
  char *pointed_id;        /* nullable: of the stakeholder or link that is */
  GSignalGroup *session_signals;
  GSignalGroup *history_signals;
  GSignalGroup *selection_signals;

  GtkEventController *motion; /* borrowed: the canvas's */
  guint update_source;
};

/* What is selected and can be marked; none is the whole map. Returns: (transfer full): ended by %NULL */
char **
rapport_mark_places_list_targets (RapportSession *session)
{
  RapportSelection *selection = rapport_session_get_selection (session);
  RapportMap *map = rapport_session_get_map (session);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < rapport_selection_get_size (selection); i++)
    {
      RapportElement *element = rapport_map_lookup (map, rapport_selection_get_id (selection, i));

      if (element != NULL
          && (RAPPORT_IS_STAKEHOLDER (element) || RAPPORT_IS_LINK (element) || RAPPORT_IS_REGION (element)))
        g_strv_builder_add (builder, rapport_element_get_id (element));
    }
  return g_strv_builder_end (builder);
}

static const RapportSceneItem *
find_item (const RapportScene *scene, const char *id)
{
  const RapportSceneItem *item = rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER, id);

  return item != NULL ? item : rapport_scene_find (scene, RAPPORT_ITEM_LINK, id);
}

/* In the middle of its members, in map units. */
RapportPoint
rapport_mark_places_find_group (const RapportScene *scene, RapportElement *group)
{
  const char *text = rapport_element_get_text (group, "members");
  g_auto (GStrv) members = g_strsplit (text != NULL ? text : "", " ", -1);
  RapportPoint sum = { 0, 0 };
  guint n = 0;

  for (char **member = members; *member != NULL; member++)
    {
      const RapportSceneItem *item = find_item (scene, *member);
      RapportPoint at;

      if (item == NULL)
        continue;
      at = rapport_scene_item_get_middle (item);
      sum = (RapportPoint){ sum.x + at.x, sum.y + at.y };
      n++;
    }
  return (RapportPoint){ sum.x / MAX (n, 1), sum.y / MAX (n, 1) };
}

/* North-east of an outline, on the middle of a link, or right of the heading, in map units. */
static RapportPoint
find_place (RapportCanvas *canvas, char **targets)
{
  const RapportScene *scene = rapport_canvas_get_scene (canvas);
  guint n = g_strv_length (targets);
  const RapportSceneItem *item = n > 0 ? find_item (scene, targets[n - 1]) : NULL;
  RapportElement *last
      = n > 0 ? rapport_map_lookup (rapport_session_get_map (rapport_canvas_get_session (canvas)), targets[n - 1]) : NULL;
  RapportPoint middle;
  RapportRect box;
  double half = SIZE / 2 / rapport_canvas_get_zoom (canvas);

  if (last != NULL && RAPPORT_IS_REGION (last))
    return rapport_mark_places_find_group (scene, last);
  if (item == NULL)
    return (RapportPoint){ rapport_scene_get_page (scene).width - HEADING_RIGHT, HEADING_TOP };
  middle = rapport_scene_item_get_middle (item);
  if (item->kind == RAPPORT_ITEM_LINK)
    return middle;
  box = rapport_scene_item_get_outline (item);
  return (RapportPoint){ middle.x + 0.75 * (box.width / 2 + half + 4), middle.y - 0.7 * (box.height / 2 + half + 4) };
}

/* Of what is selected, in map units. */
RapportPoint
rapport_mark_places_find (RapportCanvas *canvas)
{
  g_auto (GStrv) targets = rapport_mark_places_list_targets (rapport_canvas_get_session (canvas));

  return find_place (canvas, targets);
}

static void
clear_row (RapportMarkPlaces *self, PlaceRow *row)
{
  for (guint i = 0; i < row->buttons->len; i++)
    rapport_canvas_take_away (self->canvas, g_ptr_array_index (row->buttons, i));
  g_ptr_array_set_size (row->buttons, 0);
  g_clear_pointer (&row->offered, g_free);
}

static void
clear (RapportMarkPlaces *self)
{
  clear_row (self, &self->selected);
  clear_row (self, &self->pointed);
  g_clear_pointer (&self->pointed_id, g_free);
}

static void
clicked_cb (RapportMarkPlaces *self, GtkWidget *button)
{
  RapportMarking *marking = g_object_get_data (G_OBJECT (button), "marking");
  const RapportPoint *at = g_object_get_data (G_OBJECT (button), "at");

  self->chosen (marking, *at, self->user_data);
}

/* A hand that has clicked rests there, and what is said of the place would come up above the card. */
static gboolean
query_tooltip_cb (GtkWidget *button, int x, int y, gboolean by_key, GtkTooltip *tooltip, RapportMarkPlaces *self)
{
  if (rapport_card_tool_is_open (rapport_canvas_get_cards (self->canvas)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, g_object_get_data (G_OBJECT (button), "tip"));
  return TRUE;
}

/* @marking: (transfer full) */
static void
add_button (RapportMarkPlaces *self, PlaceRow *row, RapportMarking *marking, RapportPoint at)
{
  guint number = rapport_marking_get_tension (marking);
  g_autofree char *text = g_strdup_printf ("+%u", number);
  /* Translators: %u is the number of a tension, the first %s its name, the second where it is felt. */
  g_autofree char *where = rapport_marking_describe (marking);
  g_autofree char *tip = g_strdup_printf (_("Mark tension %u, %s. %s"), number,
                                          g_dgettext (GETTEXT_PACKAGE, rapport_tension_get (number)->name), where);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "mark-place");
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_has_tooltip (button, TRUE);
  g_object_set_data_full (G_OBJECT (button), "tip", g_strdup (tip), g_free);
  rapport_button_names_set (button, tip);
  g_object_set_data_full (G_OBJECT (button), "marking", marking, g_object_unref);
  g_object_set_data_full (G_OBJECT (button), "at", g_memdup2 (&at, sizeof at), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  g_signal_connect (button, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  rapport_canvas_put_child (self->canvas, button, at);
  g_ptr_array_add (row->buttons, button);
}

/* Those on show that are not marked there yet. */
static GPtrArray *
list_offers (RapportMarkPlaces *self, char **targets)
{
  guint show = rapport_lens_get_show (rapport_session_get_lens (self->session));
  GPtrArray *offers = g_ptr_array_new_with_free_func (g_object_unref);

  if (rapport_session_is_read_only (self->session))
    return offers;
  for (guint number = 1; number <= RAPPORT_N_TENSIONS; number++)
    {
      g_autoptr (RapportMarking) marking = NULL;

      if ((show & rapport_tension_get (number)->show) == 0)
        continue;
      marking = rapport_marking_new (self->session, number, (const char *const *) targets,
                                     rapport_canvas_get_look (self->canvas) != NULL);
      if (rapport_marking_get_mark (marking) == NULL)
        g_ptr_array_add (offers, g_steal_pointer (&marking));
    }
  return offers;
}

static char *
describe_offers (GPtrArray *offers, char **targets)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < offers->len; i++)
    g_string_append_printf (words, "%u ", rapport_marking_get_tension (g_ptr_array_index (offers, i)));
  for (char **target = targets; *target != NULL; target++)
    g_string_append_printf (words, "%s ", *target);
  return g_string_free (words, FALSE);
}

static void
move_button (RapportMarkPlaces *self, GtkWidget *button, RapportPoint at)
{
  *(RapportPoint *) g_object_get_data (G_OBJECT (button), "at") = at;
  rapport_canvas_move_child (self->canvas, button, at);
}

static void
update_row (RapportMarkPlaces *self, PlaceRow *row, char **targets)
{
  g_autoptr (GPtrArray) offers = list_offers (self, targets);
  g_autofree char *offered = describe_offers (offers, targets);
  gboolean same = g_strcmp0 (offered, row->offered) == 0;
  double pitch = PITCH / rapport_canvas_get_zoom (self->canvas);
  RapportPoint at;

  if (!same)
    clear_row (self, row);
  if (offers->len == 0 || rapport_canvas_get_scene (self->canvas) == NULL)
    return;
  at = find_place (self->canvas, targets);
  for (guint i = 0; i < offers->len; i++)
    {
      if (same)
        move_button (self, g_ptr_array_index (row->buttons, i), at);
      else
        add_button (self, row, g_object_ref (g_ptr_array_index (offers, i)), at);
      at.x += targets[0] != NULL ? pitch : -pitch;
    }
  g_free (row->offered);
  row->offered = g_steal_pointer (&offered);
}

/* Where only what cannot be marked is selected, no place is shown for it. */
static void
update_selected (RapportMarkPlaces *self)
{
  g_auto (GStrv) targets = rapport_mark_places_list_targets (self->session);

  if (targets[0] == NULL && rapport_selection_get_size (rapport_session_get_selection (self->session)) > 0)
    clear_row (self, &self->selected);
  else
    update_row (self, &self->selected, targets);
}

/* What is selected has its places already. */
static void
update_pointed (RapportMarkPlaces *self)
{
  char *targets[] = { self->pointed_id, NULL };

  if (self->pointed_id == NULL || rapport_map_lookup (rapport_session_get_map (self->session), self->pointed_id) == NULL
      || rapport_selection_contains (rapport_session_get_selection (self->session), self->pointed_id))
    clear_row (self, &self->pointed);
  else
    update_row (self, &self->pointed, targets);
}

static void
update (RapportMarkPlaces *self)
{
  update_selected (self);
  update_pointed (self);
}

static gboolean
update_cb (gpointer data)
{
  RapportMarkPlaces *self = data;

  self->update_source = 0;
  if (self->session != NULL)
    update (self);
  return G_SOURCE_REMOVE;
}

/* After what is drawn anyway, and once for many changes. */
static void
update_later (RapportMarkPlaces *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, update_cb, self, NULL);
}

/* --- What the pointer is on --- */

static gboolean
is_near_button (RapportMarkPlaces *self, double x, double y)
{
  for (guint i = 0; i < self->pointed.buttons->len; i++)
    {
      const RapportPoint *middle = g_object_get_data (g_ptr_array_index (self->pointed.buttons, i), "at");
      RapportPoint at = rapport_canvas_from_map (self->canvas, middle->x, middle->y);

      if (hypot (x - at.x, y - at.y) <= NEAR)
        return TRUE;
    }
  return FALSE;
}

/* Returns: (nullable) (transfer none): the id of what can be marked there */
static const char *
find_pointed (RapportMarkPlaces *self, double x, double y)
{
  const RapportScene *scene = rapport_canvas_get_scene (self->canvas);
  RapportPoint at = rapport_canvas_to_map (self->canvas, x, y);
  const RapportSceneItem *item = NULL;

  if (scene != NULL)
    item = rapport_scene_hit (scene, at.x, at.y, SLACK / rapport_canvas_get_zoom (self->canvas));
  if (item == NULL || (item->kind != RAPPORT_ITEM_STAKEHOLDER && item->kind != RAPPORT_ITEM_LINK))
    return NULL;
  return item->element_id;
}

static void
set_pointed (RapportMarkPlaces *self, const char *id)
{
  if (g_strcmp0 (self->pointed_id, id) == 0)
    return;
  g_free (self->pointed_id);
  self->pointed_id = g_strdup (id);
  update_later (self);
}

/* While something is dragged, nothing is pointed at. */
static void
moved_cb (RapportMarkPlaces *self, double x, double y, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if (self->session == NULL)
    return;
  if ((state & (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK)) != 0
      || (rapport_lens_get_show (rapport_session_get_lens (self->session)) & RAPPORT_SHOW_TENSIONS) == 0)
    set_pointed (self, NULL);
  else if (!is_near_button (self, x, y))
    set_pointed (self, find_pointed (self, x, y));
}

static void
pointer_left_cb (RapportMarkPlaces *self)
{
  set_pointed (self, NULL);
}

static void
watch_pointer (RapportMarkPlaces *self)
{
  self->motion = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (self->motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (self->motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), self->motion);
}

/* @chosen: is told which place was clicked */
RapportMarkPlaces *
rapport_mark_places_new (RapportCanvas *canvas, RapportMarkPlaceChosen chosen, gpointer user_data)
{
  RapportMarkPlaces *self = g_new0 (RapportMarkPlaces, 1);

  self->canvas = canvas;
  self->chosen = chosen;
  self->user_data = user_data;
  self->selected.buttons = g_ptr_array_new ();
  self->pointed.buttons = g_ptr_array_new ();
  self->session_signals = g_signal_group_new (RAPPORT_TYPE_SESSION);
  g_signal_group_connect_data (self->session_signals, "notify::lens", G_CALLBACK (update_later), self, NULL,
                               G_CONNECT_SWAPPED);
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_data (self->history_signals, "committed", G_CALLBACK (update_later), self, NULL,
                               G_CONNECT_SWAPPED);
  self->selection_signals = g_signal_group_new (RAPPORT_TYPE_SELECTION);
  g_signal_group_connect_data (self->selection_signals, "changed", G_CALLBACK (update_later), self, NULL,
                               G_CONNECT_SWAPPED);
  watch_pointer (self);
  return self;
}

void
rapport_mark_places_free (RapportMarkPlaces *self)
{
  g_clear_handle_id (&self->update_source, g_source_remove);
  clear (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->session);
  g_signal_handlers_disconnect_by_data (self->motion, self);
  g_ptr_array_unref (self->selected.buttons);
  g_ptr_array_unref (self->pointed.buttons);
  g_free (self);
}

/* @session: (nullable) */
void
rapport_mark_places_set_session (RapportMarkPlaces *self, RapportSession *session)
{
  clear (self);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->history_signals,
                             session != NULL ? rapport_session_get_history (session) : NULL);
  g_signal_group_set_target (self->selection_signals,
                             session != NULL ? rapport_session_get_selection (session) : NULL);
  if (session != NULL)
    update_later (self);
}
