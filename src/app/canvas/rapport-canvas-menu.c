/* rapport-canvas-menu.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-canvas-menu.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

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

static void
append_sectors (GMenu *menu, RapportMap *map)
{
  g_autoptr (RapportWheel) wheel = rapport_wheel_new (map);
  g_autoptr (GMenu) sectors = g_menu_new ();

  for (guint i = 0; i < rapport_wheel_get_n_wedges (wheel); i++)
    {
      const char *sector = rapport_wheel_get_wedge (wheel, i)->sector;
      const char *name = rapport_map_get_sector_name (map, sector);

      append (sectors, name != NULL ? name : sector, "win.set-sector", g_variant_new_string (sector));
    }
  g_menu_append_submenu (menu, _("_Sector"), G_MENU_MODEL (sectors));
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
append_for_stakeholders (GMenu *menu, RapportMap *map, gboolean only)
{
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) see = g_menu_new ();

  if (only)
    append (edit, _("_Rename"), "win.rename", NULL);
  if (only)
    append (edit, _("Show _its links"), "win.card", NULL);
  append (edit, only ? _("_Link to…") : _("_Link the two"), "win.link", NULL);
  if (!only)
    append (edit, _("Make a _group of these"), "win.group", NULL);
  append_sectors (edit, map);
  append_section (menu, edit);
  append_focus (see);
  append_section (menu, see);
}

static void
append_for_map (GMenu *menu, RapportPoint at)
{
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) see = g_menu_new ();

  append (edit, _("_Add a stakeholder here"), "win.add-at", g_variant_new ("(dd)", at.x, at.y));
  append (edit, _("Change the _question"), "win.question", NULL);
  append_tensions (edit);
  append (edit, _("Select _all"), "win.select-all", NULL);
  append_section (menu, edit);
  append (see, _("Show the _whole map"), "win.zoom-fit", NULL);
  append (see, _("Show every_body"), "win.focus", g_variant_new_uint32 (0));
  append (see, _("_Line up with neighbours while dragging"), "map.snap", NULL);
  append_section (menu, see);
}

/**
 * rapport_canvas_menu_new:
 * @at: where it was asked for, in map units
 *
 * Returns: (transfer full): what can be done with what is selected, or with the map where nothing is; all of it are
 *   actions of the window
 */
GMenuModel *
rapport_canvas_menu_new (RapportSession *session, RapportPoint at)
{
  RapportSelection *selection = rapport_session_get_selection (session);
  g_autoptr (GPtrArray) stakeholders = rapport_selection_list (selection, RAPPORT_TYPE_STAKEHOLDER);
  guint n = rapport_selection_get_size (selection);
  GMenu *menu = g_menu_new ();

  if (stakeholders->len > 0)
    append_for_stakeholders (menu, rapport_session_get_map (session), stakeholders->len == 1);
  if (n > 0)
    {
      g_autoptr (GMenu) end = g_menu_new ();

      if (n == 1 && stakeholders->len == 0)
        append (end, _("_Open its card"), "win.card", NULL);
      append_tensions (end);
      append (end, _("_Star to talk about"), "win.star", NULL);
      append (end, _("_Delete"), "win.delete", NULL);
      append_section (menu, end);
    }
  else
    append_for_map (menu, at);
  return G_MENU_MODEL (menu);
}
