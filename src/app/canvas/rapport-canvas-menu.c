/* rapport-canvas-menu.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-canvas-menu.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-link.h"
#include "rapport-stakeholder.h"
#include "rapport-tension.h"
#include "rapport-wheel.h"

/* @target: (nullable): floating references are sunk */
static void
append (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static const char *
get_sector_name (RapportMap *map, const char *sector)
{
  const char *name = rapport_map_get_sector_name (map, sector);

  return name != NULL ? name : sector;
}

static gboolean
says (GMenu *menu, guint i, const char *label, const char *target)
{
  g_autofree char *old_label = NULL;
  g_autofree char *old_target = NULL;

  return g_menu_model_get_item_attribute (G_MENU_MODEL (menu), (int) i, G_MENU_ATTRIBUTE_LABEL, "s", &old_label)
         && g_menu_model_get_item_attribute (G_MENU_MODEL (menu), (int) i, G_MENU_ATTRIBUTE_TARGET, "s", &old_target)
         && g_str_equal (old_label, label) && g_str_equal (old_target, target);
}

/* Makes @sectors say which there are in @map. Nothing in it changes where it says so already. */
void
rapport_canvas_menu_fill_sectors (GMenu *sectors, RapportMap *map)
{
  g_autoptr (RapportWheel) wheel = rapport_wheel_new (map);
  guint n = rapport_wheel_get_n_wedges (wheel);
  gboolean same = (guint) g_menu_model_get_n_items (G_MENU_MODEL (sectors)) == n;

  for (guint i = 0; i < n && same; i++)
    {
      const char *sector = rapport_wheel_get_wedge (wheel, i)->sector;

      same = says (sectors, i, get_sector_name (map, sector), sector);
    }
  if (same)
    return;
  g_menu_remove_all (sectors);
  for (guint i = 0; i < n; i++)
    {
      const char *sector = rapport_wheel_get_wedge (wheel, i)->sector;

      append (sectors, get_sector_name (map, sector), "win.set-sector", g_variant_new_string (sector));
    }
}

static void
append_focus (GMenu *menu)
{
  g_autoptr (GMenu) focus = g_menu_new ();

  for (guint steps = 1; steps <= 3; steps++)
    {
      g_autofree char *label = g_strdup_printf (ngettext ("%u step out", "%u steps out", steps), steps);

      append (focus, label, "win.focus", g_variant_new_uint32 (steps));
    }
  append (focus, _("Show everybody"), "win.focus", g_variant_new_uint32 (0));
  g_menu_append_submenu (menu, _("_Focus"), G_MENU_MODEL (focus));
}

static void
append_tensions (GMenu *menu)
{
  g_autoptr (GMenu) tensions = g_menu_new ();

  for (guint number = 1; number <= RAPPORT_N_TENSIONS; number++)
    {
      const char *name = g_dgettext (GETTEXT_PACKAGE, rapport_tension_get (number)->name);
      g_autofree char *label = g_strdup_printf ("_%u %s", number, name);

      append (tensions, label, "win.mark-tension", g_variant_new_uint32 (number));
    }
  g_menu_append_submenu (menu, _("Mark a _tension"), G_MENU_MODEL (tensions));
}

static void
append_lines (GMenu *menu)
{
  static const struct
  {
    const char *label;
    const char *action;
    const char *way;
  } ways[] = {
    { N_("In a _row"), "win.line-up", "row" },
    { N_("In a _column"), "win.line-up", "column" },
    { N_("The same room _across"), "win.spread-out", "across" },
    { N_("The same room _down"), "win.spread-out", "down" },
  };
  g_autoptr (GMenu) lines = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    append (lines, g_dgettext (GETTEXT_PACKAGE, ways[i].label), ways[i].action, g_variant_new_string (ways[i].way));
  g_menu_append_submenu (menu, _("Line _up"), G_MENU_MODEL (lines));
}

static void
append_for_stakeholders (GMenu *menu, GMenu *sectors, gboolean only)
{
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) see = g_menu_new ();

  if (only)
    append (edit, _("_Rename"), "win.rename", NULL);
  if (only)
    {
      append (edit, _("Show _its links"), "win.card", NULL);
      append (edit, _("Infl_uence"), "win.influence", NULL);
    }
  append (edit, only ? _("_Link to…") : _("_Link the two"), "win.link", NULL);
  if (!only)
    {
      append (edit, _("Make a _group of these"), "win.group", NULL);
      append_lines (edit);
    }
  g_menu_append_submenu (edit, _("_Sector"), G_MENU_MODEL (sectors));
  append_section (menu, edit);
  append_focus (see);
  append_section (menu, see);
}

static void
append_for_map (GMenu *menu)
{
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) see = g_menu_new ();

  append (edit, _("_Add a stakeholder here"), "map.add-here", NULL);
  append (edit, _("Add a _list…"), "win.add-list", NULL);
  append (edit, _("Change the _question"), "win.question", NULL);
  append_tensions (edit);
  append (edit, _("Select _all"), "win.select-all", NULL);
  append_section (menu, edit);
  append (see, _("Show the _whole map"), "win.zoom-fit", NULL);
  append (see, _("Show every_body"), "win.focus", g_variant_new_uint32 (0));
  append (see, _("_Line up with neighbours while dragging"), "map.snap", NULL);
  append_section (menu, see);
}

static gboolean
is_link (RapportSelection *selection)
{
  RapportElement *only = rapport_selection_get_only (selection);

  return only != NULL && RAPPORT_IS_LINK (only);
}

/* Returns: the same number for all selections that the same menu is for */
guint
rapport_canvas_menu_get_use (RapportSession *session)
{
  RapportSelection *selection = rapport_session_get_selection (session);
  g_autoptr (GPtrArray) stakeholders = rapport_selection_list (selection, RAPPORT_TYPE_STAKEHOLDER);

  return 9 * (guint) is_link (selection) + 3 * MIN (stakeholders->len, 2)
         + MIN (rapport_selection_get_size (selection), 2);
}

/**
 * rapport_canvas_menu_new:
 * @sectors: which there are, kept by whoever keeps the menu
 *
 * Returns: (transfer full): what can be done with what is selected, or with the map where nothing is; all of it are
 *   actions of the window, and of the canvas where it is about a place
 */
GMenuModel *
rapport_canvas_menu_new (RapportSession *session, GMenu *sectors)
{
  RapportSelection *selection = rapport_session_get_selection (session);
  g_autoptr (GPtrArray) stakeholders = rapport_selection_list (selection, RAPPORT_TYPE_STAKEHOLDER);
  guint n = rapport_selection_get_size (selection);
  GMenu *menu = g_menu_new ();

  if (stakeholders->len > 0)
    append_for_stakeholders (menu, sectors, stakeholders->len == 1);
  if (n > 0)
    {
      g_autoptr (GMenu) end = g_menu_new ();

      if (n == 1 && stakeholders->len == 0)
        append (end, _("_Open its card"), "win.card", NULL);
      if (is_link (selection))
        append_focus (end);
      append_tensions (end);
      append (end, _("_Star to talk about"), "win.star", NULL);
      append (end, _("_Delete"), "win.delete", NULL);
      append_section (menu, end);
    }
  else
    append_for_map (menu);
  return G_MENU_MODEL (menu);
}
