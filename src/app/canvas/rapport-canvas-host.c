/* rapport-canvas-host.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-canvas-host.h"

#include "rapport-card-tool.h"
#include "rapport-edits.h"
#include "rapport-line-up.h"
#include "rapport-stakeholder.h"

G_DEFINE_INTERFACE (RapportCanvasHost, rapport_canvas_host, GTK_TYPE_WIDGET)

static void
rapport_canvas_host_default_init (RapportCanvasHostInterface *iface)
{
}

static RapportCanvas *
get_canvas (GtkWidget *widget)
{
  return RAPPORT_CANVAS_HOST_GET_IFACE (widget)->get_canvas (RAPPORT_CANVAS_HOST (widget));
}

/* Returns: (nullable) (transfer none) */
static RapportSession *
get_session (GtkWidget *widget)
{
  return rapport_canvas_get_session (get_canvas (widget));
}

static GPtrArray *
list_stakeholders (RapportSession *session)
{
  return rapport_selection_list (rapport_session_get_selection (session), RAPPORT_TYPE_STAKEHOLDER);
}

/* --- What is done --- */

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_history_undo (rapport_session_get_history (get_session (widget)));
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_history_redo (rapport_session_get_history (get_session (widget)));
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportCanvasHostInterface *iface = RAPPORT_CANVAS_HOST_GET_IFACE (widget);
  g_autofree char *done = rapport_edit_delete (get_session (widget));

  if (iface->done != NULL)
    iface->done (RAPPORT_CANVAS_HOST (widget), done);
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_canvas_add (get_canvas (widget));
}

static void
add_at_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportPoint at;

  g_variant_get (parameter, "(dd)", &at.x, &at.y);
  rapport_canvas_add_at (get_canvas (widget), at, NULL);
}

static void
rename_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportElement *only = rapport_selection_get_only (rapport_session_get_selection (get_session (widget)));

  if (only != NULL && RAPPORT_IS_STAKEHOLDER (only))
    rapport_canvas_rename (get_canvas (widget), rapport_element_get_id (only));
}

static void
question_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_canvas_ask (get_canvas (widget));
}

static void
star_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_edit_star (get_session (widget));
}

static void
set_sector_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_edit_set_sectors (get_session (widget), g_variant_get_string (parameter, NULL));
}

static void
link_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) list = list_stakeholders (get_session (widget));

  if (list->len == 1)
    rapport_canvas_link_from (get_canvas (widget), rapport_element_get_id (g_ptr_array_index (list, 0)));
  else if (list->len == 2)
    rapport_edit_link (get_session (widget), rapport_element_get_id (g_ptr_array_index (list, 0)),
                       rapport_element_get_id (g_ptr_array_index (list, 1)));
}

static void
card_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_card_tool_open_selected (rapport_canvas_get_cards (get_canvas (widget)));
}

static void
line_up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_line_up (get_session (widget), rapport_canvas_get_scene (get_canvas (widget)),
                   g_variant_get_string (parameter, NULL));
}

static void
spread_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_spread_out (get_session (widget), rapport_canvas_get_scene (get_canvas (widget)),
                      g_variant_get_string (parameter, NULL));
}

static void
influence_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportElement *only = rapport_selection_get_only (rapport_session_get_selection (get_session (widget)));

  if (only != NULL && RAPPORT_IS_STAKEHOLDER (only))
    rapport_card_tool_open_influence (rapport_canvas_get_cards (get_canvas (widget)), only);
}

static void
mark_tension_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_card_tool_open_tension (rapport_canvas_get_cards (get_canvas (widget)),
                                  CLAMP (g_variant_get_uint32 (parameter), 1, 4));
}

/* --- What is looked at --- */

static void
select_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportSession *session = get_session (widget);
  RapportElementList *list = rapport_map_get_list (rapport_session_get_map (session), RAPPORT_LIST_STAKEHOLDERS);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (GSequenceIter *iter = rapport_element_list_first (list); iter != NULL;
       iter = rapport_element_list_next (iter))
    g_ptr_array_add (ids, (char *) rapport_element_get_id (g_sequence_get (iter)));
  g_ptr_array_add (ids, NULL);
  rapport_selection_set_all (rapport_session_get_selection (session), (const char *const *) ids->pdata);
}

/* What is selected and who is so many steps from it; with 0 steps everybody again. */
static void
focus_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportSession *session = get_session (widget);
  RapportSelection *selection = rapport_session_get_selection (session);
  guint reach = g_variant_get_uint32 (parameter);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (RapportLens) lens = NULL;

  for (guint i = 0; i < rapport_selection_get_size (selection); i++)
    g_ptr_array_add (ids, (char *) rapport_selection_get_id (selection, i));
  g_ptr_array_add (ids, NULL);
  if (reach > 0 && ids->len == 1)
    return;
  lens = rapport_lens_with_focus (rapport_session_get_lens (session),
                                  reach > 0 ? (const char *const *) ids->pdata : NULL, reach);
  rapport_session_set_lens (session, lens);
}

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_canvas_zoom_by (get_canvas (widget), 1.25);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_canvas_zoom_by (get_canvas (widget), 0.8);
}

static void
zoom_fit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_canvas_zoom_to_fit (get_canvas (widget));
}

/* --- By their names and keys --- */

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  guint key;
  GdkModifierType modifiers;
  const char *parameter; /* nullable: its type */
} actions[] = {
  { "win.undo", undo_cb, GDK_KEY_z, GDK_CONTROL_MASK },
  { "win.redo", redo_cb, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.add", add_cb, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.add-at", add_at_cb, 0, 0, "(dd)" },
  { "win.link", link_cb, GDK_KEY_l, GDK_CONTROL_MASK },
  { "win.delete", delete_cb, 0, 0 },
  { "win.rename", rename_cb, GDK_KEY_F2, 0 },
  { "win.set-sector", set_sector_cb, 0, 0, "s" },
  { "win.question", question_cb, 0, 0 },
  { "win.star", star_cb, 0, 0 },
  { "win.card", card_cb, 0, 0 },
  { "win.line-up", line_up_cb, 0, 0, "s" },
  { "win.spread-out", spread_out_cb, 0, 0, "s" },
  { "win.influence", influence_cb, 0, 0 },
  { "win.mark-tension", mark_tension_cb, 0, 0, "u" },
  { "win.select-all", select_all_cb, 0, 0 },
  { "win.focus", focus_cb, 0, 0, "u" },
  { "win.zoom-in", zoom_in_cb, GDK_KEY_plus, GDK_CONTROL_MASK },
  { "win.zoom-out", zoom_out_cb, GDK_KEY_minus, GDK_CONTROL_MASK },
  { "win.zoom-fit", zoom_fit_cb, GDK_KEY_0, GDK_CONTROL_MASK },
};

/* @widget_class: of a widget that is such a host */
void
rapport_canvas_host_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers, actions[i].name, NULL);
    }
}

static void
update_for_selection (GtkWidget *widget, RapportSession *session, gboolean editable)
{
  guint n = rapport_selection_get_size (rapport_session_get_selection (session));
  g_autoptr (GPtrArray) stakeholders = list_stakeholders (session);

  gtk_widget_action_set_enabled (widget, "win.link", editable && stakeholders->len >= 1 && stakeholders->len <= 2);
  gtk_widget_action_set_enabled (widget, "win.delete", editable && n > 0);
  gtk_widget_action_set_enabled (widget, "win.star", editable && n > 0);
  gtk_widget_action_set_enabled (widget, "win.line-up", editable && stakeholders->len >= 2);
  gtk_widget_action_set_enabled (widget, "win.spread-out", editable && stakeholders->len >= 3);
  gtk_widget_action_set_enabled (widget, "win.card", n == 1);
  gtk_widget_action_set_enabled (widget, "win.influence", editable && n == 1 && stakeholders->len == 1);
  /* The field would show the name that is hidden. */
  gtk_widget_action_set_enabled (widget, "win.rename",
                                 editable && n == 1 && stakeholders->len == 1
                                     && !(rapport_canvas_get_look (get_canvas (widget)) != NULL
                                          && rapport_session_hides_names (session)));
}

/* The one place that says which of them can be done now; called after every change of map, selection or session. */
void
rapport_canvas_host_update_actions (RapportCanvasHost *self)
{
  static const char *const for_editing[] = { "win.add", "win.add-at", "win.set-sector", "win.question",
                                             "win.mark-tension" };
  static const char *const for_looking[] = { "win.select-all", "win.zoom-in", "win.zoom-out", "win.zoom-fit",
                                             "win.focus" };
  GtkWidget *widget = GTK_WIDGET (self);
  RapportSession *session = get_session (widget);
  gboolean editable = session != NULL && !rapport_session_is_read_only (session);
  RapportHistory *history = editable ? rapport_session_get_history (session) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (for_editing); i++)
    gtk_widget_action_set_enabled (widget, for_editing[i], editable);
  for (guint i = 0; i < G_N_ELEMENTS (for_looking); i++)
    gtk_widget_action_set_enabled (widget, for_looking[i], session != NULL);
  gtk_widget_action_set_enabled (widget, "win.undo", editable && rapport_history_can_undo (history));
  gtk_widget_action_set_enabled (widget, "win.redo", editable && rapport_history_can_redo (history));
  if (session != NULL)
    update_for_selection (widget, session, editable);
  else
    for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
      gtk_widget_action_set_enabled (widget, actions[i].name, FALSE);
}
