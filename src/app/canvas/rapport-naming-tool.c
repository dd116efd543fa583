/* rapport-naming-tool.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-naming-tool.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-edits.h"
#include "rapport-keyboard.h"
#include "rapport-link-field.h"
#include "rapport-name-field.h"
#include "rapport-stakeholder.h"

struct _RapportNamingTool
{
  RapportCanvas *canvas;   /* borrowed: the canvas owns the tool */
  GtkWidget *field;        /* nullable: a child of the canvas while something is named */

  RapportPoint point;      /* of somebody new, in map units */
  char *sector;            /* owned, nullable: of the one before, so that the next one is beside them */
  char *linked_with;       /* owned, nullable */
  char *id;                /* owned, nullable: who is renamed */
  gboolean again;          /* each name is followed by the next */
};

static RapportSession *
session (RapportNamingTool *self)
{
  return rapport_canvas_get_session (self->canvas);
}

void
rapport_naming_tool_stop (RapportNamingTool *self)
{
  GtkWidget *field = self->field;

  if (field == NULL)
    return;
  self->field = NULL;
  /* It may still have something to say about the focus. */
  g_signal_handlers_disconnect_by_data (field, self);
  rapport_keyboard_leave (field, GTK_WIDGET (self->canvas));
  rapport_canvas_take_away (self->canvas, field);
  g_clear_pointer (&self->linked_with, g_free);
  g_clear_pointer (&self->id, g_free);
}

static void
set_up (RapportNamingTool *self, GtkWidget *field, RapportPoint point, GCallback accepted)
{
  self->field = field;
  g_signal_emit_by_name (self->canvas, "naming");
  g_signal_connect_swapped (field, "accepted", accepted, self);
  g_signal_connect_swapped (field, "given-up", G_CALLBACK (rapport_naming_tool_stop), self);
  rapport_canvas_put_child (self->canvas, field, point);
  rapport_name_field_start (RAPPORT_NAME_FIELD (field));
}

/* --- Somebody new --- */

static void
say_place (RapportNamingTool *self)
{
  RapportMap *map = rapport_session_get_map (session (self));
  g_auto (RapportPlaceOnMap) place = { 0 };
  g_autofree char *caption = NULL;
  const char *sector;

  rapport_place_on_map_init (&place, map, rapport_canvas_get_scene (self->canvas), self->point);
  sector = place.sector != NULL ? rapport_map_get_sector_name (map, place.sector) : NULL;
  if (place.in_wheel && place.ring == RAPPORT_RING_MIDDLE)
    caption = g_strdup (_("Shared structure"));
  else if (place.in_wheel)
    caption = g_strdup_printf ("%s · %s", sector != NULL ? sector : _("No sector"), rapport_ring_name (place.ring));
  rapport_name_field_set_caption (RAPPORT_NAME_FIELD (self->field), caption);
}

static void
go_to_room (RapportNamingTool *self)
{
  rapport_place_on_map_with_room (rapport_session_get_map (session (self)),
                                  rapport_canvas_get_scene (self->canvas), self->sector, &self->point);
}

static void
step_cb (RapportNamingTool *self, int by)
{
  g_autoptr (RapportWheel) wheel = rapport_wheel_new (rapport_session_get_map (session (self)));
  guint n = rapport_wheel_get_n_wedges (wheel);
  int wedge = rapport_wheel_find_wedge (wheel, self->sector);

  if (n == 0 || !self->again)
    return;
  wedge = (wedge + by + (int) n) % (int) n;
  g_free (self->sector);
  self->sector = g_strdup (rapport_wheel_get_wedge (wheel, (guint) wedge)->sector);
  go_to_room (self);
  rapport_canvas_move_child (self->canvas, self->field, self->point);
  say_place (self);
}

static void
next (RapportNamingTool *self)
{
  go_to_room (self);
  rapport_name_field_clear (RAPPORT_NAME_FIELD (self->field));
  rapport_canvas_move_child (self->canvas, self->field, self->point);
  say_place (self);
}

static void
named_cb (RapportNamingTool *self, const char *name, gboolean by_enter)
{
  g_auto (RapportPlaceOnMap) place = { 0 };

  rapport_place_on_map_init (&place, rapport_session_get_map (session (self)),
                             rapport_canvas_get_scene (self->canvas), self->point);
  rapport_edit_add_stakeholder (session (self), name, &place, self->linked_with);
  if (self->again && by_enter)
    next (self);
  else
    rapport_naming_tool_stop (self);
}

static void
start_adding (RapportNamingTool *self)
{
  set_up (self, rapport_name_field_new (_("Name of the stakeholder"), NULL), self->point, G_CALLBACK (named_cb));
  g_signal_connect_swapped (self->field, "step", G_CALLBACK (step_cb), self);
  say_place (self);
}

/* Beside who is selected, else beside the one who was added last, else in the first sector that is empty. */
static void
choose_sector (RapportNamingTool *self)
{
  RapportElement *only = rapport_selection_get_only (rapport_session_get_selection (session (self)));
  g_autoptr (RapportWheel) wheel = rapport_wheel_new (rapport_session_get_map (session (self)));
  const char *sector = NULL;

  if (only != NULL && RAPPORT_IS_STAKEHOLDER (only))
    sector = rapport_element_get_text (only, "sector");
  if (rapport_wheel_find_wedge (wheel, sector) < 0)
    sector = self->sector;
  if (rapport_wheel_find_wedge (wheel, sector) < 0 && rapport_wheel_get_n_wedges (wheel) > 0)
    sector = rapport_wheel_get_wedge (wheel, 0)->sector;
  if (sector == self->sector)
    return;
  g_free (self->sector);
  self->sector = g_strdup (sector);
}

/* One name after another, each where there is room; Up and Down go from sector to sector. */
void
rapport_naming_tool_add (RapportNamingTool *self)
{
  if (!rapport_edits_are_possible (session (self)))
    return;
  rapport_naming_tool_stop (self);
  choose_sector (self);
  go_to_room (self);
  self->again = TRUE;
  start_adding (self);
}

/* @point: in map units; @linked_with: (nullable): who is to be linked with the new one */
void
rapport_naming_tool_add_at (RapportNamingTool *self, RapportPoint point, const char *linked_with)
{
  if (!rapport_edits_are_possible (session (self)))
    return;
  rapport_naming_tool_stop (self);
  self->linked_with = g_strdup (linked_with);
  self->point = point;
  self->again = FALSE;
  start_adding (self);
}

/* --- Links --- */

static void
chosen_cb (RapportNamingTool *self, const char *id)
{
  g_autofree char *from = g_strdup (self->id);

  rapport_naming_tool_stop (self);
  g_signal_emit_by_name (self->canvas, "link", from, id);
}

/* A name that nobody has yet. */
static void
linked_name_cb (RapportNamingTool *self, const char *name)
{
  RapportMap *map = rapport_session_get_map (session (self));
  RapportElement *from = rapport_map_lookup (map, self->id);
  g_auto (RapportPlaceOnMap) place = { 0 };
  RapportPoint point;

  if (from != NULL)
    {
      rapport_place_on_map_with_room (map, rapport_canvas_get_scene (self->canvas),
                                      rapport_element_get_text (from, "sector"), &point);
      rapport_place_on_map_init (&place, map, rapport_canvas_get_scene (self->canvas), point);
      rapport_edit_add_stakeholder (session (self), name, &place, self->id);
    }
  rapport_naming_tool_stop (self);
}

/* Returns: where a stakeholder and their name are, in map units */
static RapportRect
get_with_name (RapportNamingTool *self, const RapportSceneItem *item, const char *id)
{
  const RapportSceneItem *label
      = rapport_scene_find (rapport_canvas_get_scene (self->canvas), RAPPORT_ITEM_LABEL, id);
  RapportRect about = rapport_scene_item_get_outline (item);

  if (label != NULL)
    {
      double right = MAX (about.x + about.width, label->bounds.x + label->bounds.width);
      double below = MAX (about.y + about.height, label->bounds.y + label->bounds.height);

      about.x = MIN (about.x, label->bounds.x);
      about.y = MIN (about.y, label->bounds.y);
      about.width = right - about.x;
      about.height = below - about.y;
    }
  return about;
}

/* @id: of the stakeholder from whom the link leads, by the first letters of the other's name */
void
rapport_naming_tool_link (RapportNamingTool *self, const char *id)
{
  const RapportSceneItem *item
      = rapport_scene_find (rapport_canvas_get_scene (self->canvas), RAPPORT_ITEM_STAKEHOLDER, id);
  RapportRect about;

  if (item == NULL || !rapport_edits_are_possible (session (self)))
    return;
  rapport_naming_tool_stop (self);
  self->id = g_strdup (id);
  self->field = rapport_link_field_new (session (self), id);
  g_signal_connect_swapped (self->field, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->field, "named", G_CALLBACK (linked_name_cb), self);
  g_signal_connect_swapped (self->field, "given-up", G_CALLBACK (rapport_naming_tool_stop), self);
  about = get_with_name (self, item, id);
  rapport_canvas_put_child_beside (self->canvas, self->field, &about);
  rapport_link_field_start (RAPPORT_LINK_FIELD (self->field));
}

/* Whether it is asked whom a link leads to. */
gboolean
rapport_naming_tool_is_linking (RapportNamingTool *self)
{
  return self->field != NULL && RAPPORT_IS_LINK_FIELD (self->field);
}

/* @id: of what was clicked. Returns: whether it is somebody whom the link can lead to, and does now */
gboolean
rapport_naming_tool_link_with (RapportNamingTool *self, const char *id)
{
  return rapport_naming_tool_is_linking (self) && rapport_link_field_choose (RAPPORT_LINK_FIELD (self->field), id);
}

/* --- Other names --- */

static void
renamed_cb (RapportNamingTool *self, const char *name)
{
  rapport_edit_rename (session (self), self->id, name);
  rapport_naming_tool_stop (self);
}

/* @id: of a stakeholder; anything else keeps its name */
void
rapport_naming_tool_rename (RapportNamingTool *self, const char *id)
{
  RapportElement *element = rapport_map_lookup (rapport_session_get_map (session (self)), id);
  const RapportSceneItem *item
      = rapport_scene_find (rapport_canvas_get_scene (self->canvas), RAPPORT_ITEM_STAKEHOLDER, id);

  if (element == NULL || item == NULL || !rapport_edits_are_possible (session (self)))
    return;
  rapport_naming_tool_stop (self);
  self->id = g_strdup (id);
  set_up (self, rapport_name_field_new (_("Name of the stakeholder"), rapport_element_get_text (element, "label")),
          rapport_scene_item_get_middle (item), G_CALLBACK (renamed_cb));
}

static void
asked_cb (RapportNamingTool *self, const char *question)
{
  rapport_edit_set_question (session (self), question);
  rapport_naming_tool_stop (self);
}

/* The question above the map. */
void
rapport_naming_tool_ask (RapportNamingTool *self)
{
  RapportRect page;

  if (session (self) == NULL || rapport_session_is_read_only (session (self)))
    return;
  page = rapport_scene_get_page (rapport_canvas_get_scene (self->canvas));
  rapport_naming_tool_stop (self);
  set_up (self, rapport_name_field_new (_("The question that this map is to answer"),
                                        rapport_map_get_question (rapport_session_get_map (session (self)))),
          (RapportPoint){ page.x + 360, page.y + 48 }, G_CALLBACK (asked_cb));
}

RapportNamingTool *
rapport_naming_tool_new (RapportCanvas *canvas)
{
  RapportNamingTool *self = g_new0 (RapportNamingTool, 1);

  self->canvas = canvas;
  return self;
}

/* The canvas drops the field with its other children. */
void
rapport_naming_tool_free (RapportNamingTool *self)
{
  if (self->field != NULL)
    g_signal_handlers_disconnect_by_data (self->field, self);
  g_free (self->sector);
  g_free (self->linked_with);
  g_free (self->id);
  g_free (self);
}
