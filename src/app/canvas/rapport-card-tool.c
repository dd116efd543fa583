/* rapport-card-tool.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-card-tool.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-influence-card.h"
#include "rapport-link-answers.h"
#include "rapport-link-card.h"
#include "rapport-link.h"
#include "rapport-links-card.h"
#include "rapport-mark-places.h"
#include "rapport-mark.h"
#include "rapport-stakeholder.h"
#include "rapport-tension-card.h"
#include "rapport-tension.h"

/* How near a pointer must come to something thin, in the widget's pixels. */
#define SLACK 6.0
/* Of what a card points to, in pixels: its width and height. */
#define SPOT 12

struct _RapportCardTool
{
  RapportCanvas *canvas; /* borrowed: the canvas owns the tool */

  /* Children of the canvas */
  GtkWidget *link_card;
  GtkWidget *links_card;
  GtkWidget *tension_card;
  GtkWidget *influence_card;
  RapportMarkPlaces *places; /* owned */

  RapportPoint anchor;   /* what the open card points to, in map units */
  guint tension;         /* that Enter marks, 1 to 4; 0 where Enter is for links */
};

static RapportSession *
session (RapportCardTool *self)
{
  return rapport_canvas_get_session (self->canvas);
}

static void
back_to_map_cb (RapportCardTool *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* Returns: (transfer none) (nullable): the card that is open; there is never more than one */
static GtkWidget *
find_open (RapportCardTool *self)
{
  GtkWidget *const cards[] = { self->link_card, self->links_card, self->tension_card, self->influence_card };

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    if (rapport_card_is_open (RAPPORT_CARD (cards[i])))
      return cards[i];
  return NULL;
}

/* Whether there is a card on the map. */
gboolean
rapport_card_tool_is_open (RapportCardTool *self)
{
  return find_open (self) != NULL;
}

static void
close_open (RapportCardTool *self)
{
  GtkWidget *card = find_open (self);

  if (card != NULL)
    rapport_card_close (RAPPORT_CARD (card));
}

/* Beside a link that runs across, under it; beside one that runs up and down, at its side. */
static void
stand_beside (RapportCardTool *self, GtkWidget *card, const RapportSceneItem *item)
{
  gboolean flat = item == NULL || item->bounds.width > item->bounds.height;

  gtk_popover_set_position (GTK_POPOVER (card), flat ? GTK_POS_BOTTOM : GTK_POS_RIGHT);
}

static RapportPoint
get_middle (const RapportSceneItem *item)
{
  return (RapportPoint){ item->bounds.x + item->bounds.width / 2, item->bounds.y + item->bounds.height / 2 };
}

static void
open_link_at (RapportCardTool *self, RapportElement *link, const RapportPoint *at)
{
  const RapportSceneItem *item = rapport_scene_find (rapport_canvas_get_scene (self->canvas),
                                                     RAPPORT_ITEM_LINK, rapport_element_get_id (link));

  if (item == NULL)
    return;
  close_open (self);
  self->anchor = at != NULL ? *at : get_middle (item);
  stand_beside (self, self->link_card, item);
  rapport_card_tool_follow (self);
  rapport_link_card_open (RAPPORT_LINK_CARD (self->link_card), session (self), link);
}

/* Opens the card of a link that can be seen, and gives it the keyboard. Returns: whether it is open */
gboolean
rapport_card_tool_open_link (RapportCardTool *self, RapportElement *link)
{
  open_link_at (self, link, NULL);
  if (rapport_link_card_get_link (RAPPORT_LINK_CARD (self->link_card)) == NULL)
    return FALSE;
  rapport_card_take_keyboard (RAPPORT_CARD (self->link_card));
  return TRUE;
}

static gboolean
open_links (RapportCardTool *self, RapportElement *stakeholder)
{
  const RapportSceneItem *item = rapport_scene_find (rapport_canvas_get_scene (self->canvas),
                                                     RAPPORT_ITEM_STAKEHOLDER, rapport_element_get_id (stakeholder));

  if (item == NULL)
    return FALSE;
  close_open (self);
  self->anchor = rapport_scene_item_get_middle (item);
  gtk_popover_set_position (GTK_POPOVER (self->links_card), GTK_POS_RIGHT);
  rapport_card_tool_follow (self);
  rapport_stakeholder_card_open (RAPPORT_STAKEHOLDER_CARD (self->links_card), session (self), stakeholder);
  rapport_card_take_keyboard (RAPPORT_CARD (self->links_card));
  return TRUE;
}

static void
link_chosen_cb (RapportCardTool *self, const char *id)
{
  RapportElement *link = rapport_map_lookup (rapport_session_get_map (session (self)), id);

  rapport_selection_set (rapport_session_get_selection (session (self)), id);
  if (link != NULL)
    rapport_card_tool_open_link (self, link);
}

static void
open_marking (RapportMarking *marking, RapportPoint at, gpointer data)
{
  RapportCardTool *self = data;

  close_open (self);
  rapport_canvas_set_hint (self->canvas, NULL);
  self->anchor = at;
  rapport_card_tool_follow (self);
  rapport_tension_card_open (RAPPORT_TENSION_CARD (self->tension_card), marking);
  rapport_card_take_keyboard (RAPPORT_CARD (self->tension_card));
}

/* What is not for the room can be selected where it does not look on. */
static void
open_mark (RapportCardTool *self, RapportElement *mark, RapportPoint at)
{
  g_autoptr (RapportMarking) marking = rapport_marking_new_for_mark (session (self), mark);

  if (rapport_canvas_get_look (self->canvas) != NULL
      && g_strcmp0 (rapport_element_get_text (mark, "level"), "shared") != 0)
    return;
  if (marking != NULL)
    open_marking (marking, at, self);
}

/**
 * rapport_card_tool_open_tension:
 * @tension: 1 to 4
 *
 * Opens the card of a tension on what is selected, or on the whole map, and lets the first note be typed.
 *
 * Returns: whether it is open
 */
gboolean
rapport_card_tool_open_tension (RapportCardTool *self, guint tension)
{
  g_auto (GStrv) targets = rapport_mark_places_list_targets (session (self));
  g_autoptr (RapportMarking) marking
      = rapport_marking_new (session (self), tension, (const char *const *) targets,
                             rapport_canvas_get_look (self->canvas) != NULL);
  const RapportLens *lens = rapport_session_get_lens (session (self));
  g_autoptr (RapportLens) changed
      = rapport_lens_with_show (lens, rapport_lens_get_show (lens) | rapport_tension_get (tension)->show);

  /* What is marked is to be seen. */
  rapport_session_set_lens (session (self), changed);
  open_marking (marking, rapport_mark_places_find (self->canvas), self);
  return TRUE;
}

static void
show_influence_card (RapportCardTool *self, RapportElement *stakeholder, RapportPoint at)
{
  close_open (self);
  self->anchor = at;
  rapport_card_tool_follow (self);
  rapport_stakeholder_card_open (RAPPORT_STAKEHOLDER_CARD (self->influence_card), session (self), stakeholder);
}

/**
 * rapport_card_tool_open_influence:
 * @stakeholder: who can be seen
 *
 * Puts influence on show, since what is answered is to be seen; opens the card, and gives it the keyboard.
 */
void
rapport_card_tool_open_influence (RapportCardTool *self, RapportElement *stakeholder)
{
  const RapportLens *lens = rapport_session_get_lens (session (self));
  g_autoptr (RapportLens) changed = rapport_lens_with_show (lens, rapport_lens_get_show (lens) | RAPPORT_SHOW_INFLUENCE);
  const RapportSceneItem *item;
  RapportRect outline;

  rapport_session_set_lens (session (self), changed);
  item = rapport_scene_find (rapport_canvas_get_scene (self->canvas), RAPPORT_ITEM_STAKEHOLDER,
                             rapport_element_get_id (stakeholder));
  if (item == NULL)
    return;
  outline = rapport_scene_item_get_outline (item);
  show_influence_card (self, stakeholder,
                       (RapportPoint){ outline.x + outline.width / 2, outline.y + outline.height });
  rapport_card_take_keyboard (RAPPORT_CARD (self->influence_card));
}

/* Where influence is on show, a click on somebody's discs. */
static void
open_influence (RapportCardTool *self, RapportElement *stakeholder, RapportPoint at)
{
  guint show = rapport_lens_get_show (rapport_session_get_lens (session (self)));
  const RapportSceneItem *item = rapport_scene_find (rapport_canvas_get_scene (self->canvas),
                                                     RAPPORT_ITEM_STAKEHOLDER, rapport_element_get_id (stakeholder));

  if ((show & RAPPORT_SHOW_INFLUENCE) == 0 || item == NULL || !rapport_scene_item_has_discs_at (item, at))
    return;
  show_influence_card (self, stakeholder, at);
}

/* The card of a link opens where it was clicked; the keyboard stays with the map. */
static void
released_cb (RapportCardTool *self, int n_press, double x, double y)
{
  const RapportScene *scene;
  const RapportSceneItem *item;
  RapportElement *selected;
  RapportPoint at;

  if (n_press != 1 || session (self) == NULL)
    return;
  scene = rapport_canvas_get_scene (self->canvas);
  at = rapport_canvas_to_map (self->canvas, x, y);
  item = rapport_scene_hit (scene, at.x, at.y, SLACK / rapport_canvas_get_zoom (self->canvas));
  selected = rapport_selection_get_only (rapport_session_get_selection (session (self)));
  if (item != NULL && selected != NULL && RAPPORT_IS_LINK (selected)
      && g_strcmp0 (item->element_id, rapport_element_get_id (selected)) == 0)
    open_link_at (self, selected, &at);
  else if (item != NULL && selected != NULL && RAPPORT_IS_STAKEHOLDER (selected))
    open_influence (self, selected, at);
  else if (item != NULL && item->kind == RAPPORT_ITEM_BADGE && selected != NULL && RAPPORT_IS_MARK (selected))
    open_mark (self, selected, at);
}

static gboolean
is_answer (guint key)
{
  return (key >= GDK_KEY_0 && key <= GDK_KEY_9) || (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
         || key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract;
}

static gboolean
is_enter (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
}

/* With a link selected, the first digit opens its card, so that it is seen what digits answer. */
static gboolean
begin_answering (RapportCardTool *self, RapportElement *link, guint key)
{
  guint show = rapport_lens_get_show (rapport_session_get_lens (session (self)));

  if ((show & RAPPORT_LINK_QUESTIONS) == 0 || !rapport_link_can_answer (session (self), link))
    return FALSE;
  open_link_at (self, link, NULL);
  return rapport_link_card_key (RAPPORT_LINK_CARD (self->link_card), key);
}

/* The map has the keyboard while the card is open. */
static gboolean
key_while_open (RapportCardTool *self, GtkWidget *card, guint key)
{
  if (key == GDK_KEY_Escape)
    rapport_card_leave (RAPPORT_CARD (card));
  else if (key == GDK_KEY_Tab || is_enter (key) || (card == self->links_card && key == GDK_KEY_Down))
    rapport_card_take_keyboard (RAPPORT_CARD (card));
  else
    return card == self->link_card && rapport_link_card_key (RAPPORT_LINK_CARD (card), key);
  return TRUE;
}

/* Enter marks again and again, until Escape, or until the tension is no longer on show. */
static gboolean
key_while_marking (RapportCardTool *self, guint key)
{
  guint show = rapport_lens_get_show (rapport_session_get_lens (session (self)));

  if ((show & rapport_tension_get (self->tension)->show) == 0)
    {
      rapport_card_tool_arm (self, 0);
      return FALSE;
    }
  if (key == GDK_KEY_Escape)
    rapport_card_tool_arm (self, 0);
  else if (is_enter (key))
    rapport_card_tool_open_tension (self, self->tension);
  else
    return FALSE;
  return TRUE;
}

/* What Enter means: the card of a link or of a tension, the links of a stakeholder. Returns: whether there is one */
gboolean
rapport_card_tool_open_selected (RapportCardTool *self)
{
  RapportElement *selected
      = rapport_selection_get_only (rapport_session_get_selection (session (self)));

  if (selected == NULL)
    return FALSE;
  if (RAPPORT_IS_MARK (selected))
    open_mark (self, selected, rapport_mark_places_find (self->canvas));
  else if (RAPPORT_IS_STAKEHOLDER (selected))
    return open_links (self, selected);
  else if (RAPPORT_IS_LINK (selected))
    return rapport_card_tool_open_link (self, selected);
  else
    return FALSE;
  return TRUE;
}

static gboolean
key_for_selected (RapportCardTool *self, guint key)
{
  RapportElement *selected
      = rapport_selection_get_only (rapport_session_get_selection (session (self)));

  if (is_enter (key))
    return rapport_card_tool_open_selected (self);
  return selected != NULL && RAPPORT_IS_LINK (selected) && is_answer (key)
         && begin_answering (self, selected, key);
}

/**
 * rapport_card_tool_key:
 * @key: pressed on the map, without Control, Alt or Super
 *
 * Returns: whether it meant something to a card
 */
gboolean
rapport_card_tool_key (RapportCardTool *self, guint key)
{
  GtkWidget *open = find_open (self);

  if (open != NULL)
    return key_while_open (self, open, key);
  if (self->tension != 0 && key_while_marking (self, key))
    return TRUE;
  return key_for_selected (self, key);
}

/* @tension: 1 to 4: from now on Enter marks it on what is selected; 0: no longer */
void
rapport_card_tool_arm (RapportCardTool *self, guint tension)
{
  self->tension = tension;
  rapport_canvas_set_hint (self->canvas,
                           tension != 0 ? _("Enter marks it on what is selected, or on the whole map; Escape ends")
                                        : NULL);
}

/* Whether the room looks on. */
void
rapport_card_tool_set_for_room (RapportCardTool *self, gboolean for_room)
{
  GtkWidget *const cards[] = { self->link_card, self->links_card, self->tension_card, self->influence_card };

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    rapport_card_set_for_room (RAPPORT_CARD (cards[i]), for_room);
}

/* @session: (nullable): what was open about another one closes */
void
rapport_card_tool_set_session (RapportCardTool *self, RapportSession *session)
{
  close_open (self);
  self->tension = 0;
  rapport_mark_places_set_session (self->places, session);
}

static void
point_to (GtkWidget *card, const GdkRectangle *rectangle)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (card), rectangle);
  if (gtk_widget_get_visible (card))
    gtk_popover_present (GTK_POPOVER (card));
}

/* After the paper has moved: what is open goes along, and stays at the edge where that is out of sight. */
void
rapport_card_tool_follow (RapportCardTool *self)
{
  RapportPoint at = rapport_canvas_from_map (self->canvas, self->anchor.x, self->anchor.y);
  int width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  int height = gtk_widget_get_height (GTK_WIDGET (self->canvas));
  GdkRectangle rectangle = { (int) CLAMP (at.x - SPOT / 2, 0, MAX (width - SPOT, 1)),
                             (int) CLAMP (at.y - SPOT / 2, 0, MAX (height - SPOT, 1)), SPOT, SPOT };

  point_to (self->link_card, &rectangle);
  point_to (self->links_card, &rectangle);
  point_to (self->tension_card, &rectangle);
  point_to (self->influence_card, &rectangle);
}

static GtkWidget *
add_card (RapportCardTool *self, GtkWidget *card)
{
  gtk_widget_set_parent (card, GTK_WIDGET (self->canvas));
  g_signal_connect_swapped (card, "left", G_CALLBACK (back_to_map_cb), self);
  return card;
}

RapportCardTool *
rapport_card_tool_new (RapportCanvas *canvas)
{
  RapportCardTool *self = g_new0 (RapportCardTool, 1);
  GtkGesture *click = gtk_gesture_click_new ();

  self->canvas = canvas;
  self->link_card = add_card (self, rapport_link_card_new ());
  self->tension_card = add_card (self, rapport_tension_card_new ());
  /* High cards stand at the side, where they can be moved up or down to fit. */
  gtk_popover_set_position (GTK_POPOVER (self->tension_card), GTK_POS_RIGHT);
  self->links_card = add_card (self, rapport_links_card_new ());
  self->influence_card = add_card (self, rapport_influence_card_new ());
  g_signal_connect_swapped (self->links_card, "chosen", G_CALLBACK (link_chosen_cb), self);
  self->places = rapport_mark_places_new (canvas, open_marking, self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (click));
  return self;
}

static void
remove_card (RapportCardTool *self, GtkWidget *card)
{
  g_signal_handlers_disconnect_by_data (card, self);
  rapport_card_close (RAPPORT_CARD (card));
  gtk_widget_unparent (card);
}

void
rapport_card_tool_free (RapportCardTool *self)
{
  remove_card (self, self->link_card);
  remove_card (self, self->links_card);
  remove_card (self, self->tension_card);
  remove_card (self, self->influence_card);
  rapport_mark_places_free (self->places);
  g_free (self);
}
