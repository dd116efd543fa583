/* rapport-step-list.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-step-list.h"

#include "rapport-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rapport-form-row.h"
#include "rapport-step.h"
#include "rapport-steps.h"
#include "rapport-wrap-layout.h"

struct _RapportStepList
{
  GtkBox parent_instance;

  /* Owned */
  RapportSession *session; /* nullable */
  GSignalGroup *history_signals;
  char *shown;             /* nullable: the step that the form is for */
  GPtrArray *rows;         /* of borrowed form rows */

  char *current;           /* nullable: the step that the room sees */

  /* Children */
  GtkStack *pages;
  GtkWidget *empty;
  GtkListBox *list;
  GtkListBox *form;
  GtkWidget *camera; /* nullable: while there is a form */
};

G_DEFINE_FINAL_TYPE (RapportStepList, rapport_step_list, GTK_TYPE_BOX)

static guint chosen_signal, camera_signal;

static void show_camera (RapportStepList *self);

static RapportElementList *
get_steps (RapportStepList *self)
{
  return rapport_map_get_list (rapport_session_get_map (self->session), RAPPORT_LIST_STEPS);
}

static guint
count (RapportStepList *self)
{
  return self->session != NULL ? rapport_element_list_get_length (get_steps (self)) : 0;
}

/* Returns: (nullable) (transfer none): the step that the form is for */
static RapportElement *
get_shown (RapportStepList *self)
{
  return self->session != NULL && self->shown != NULL
             ? rapport_map_lookup (rapport_session_get_map (self->session), self->shown)
             : NULL;
}

/* --- The form --- */

static void
clear (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
add_field (RapportStepList *self, RapportElement *step, const char *name)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *row;

  g_ptr_array_add (elements, g_object_ref (step));
  row = rapport_form_row_new (rapport_form_field_new (self->session, elements,
                                                      rapport_element_find_property (step, name), NULL, NULL),
                              NULL, NULL);
  gtk_list_box_append (self->form, row);
  g_ptr_array_add (self->rows, row);
}

/* Fields that are there already keep the keyboard. */
static void
refresh_form (RapportStepList *self)
{
  if (get_shown (self) == NULL)
    {
      gtk_stack_set_visible_child_name (self->pages, "list");
      return;
    }
  for (guint i = 0; i < self->rows->len; i++)
    rapport_form_row_refresh (g_ptr_array_index (self->rows, i));
  show_camera (self);
}

static void
camera_cb (RapportStepList *self)
{
  g_signal_emit (self, camera_signal, 0, self->shown);
}

static void
whole_cb (RapportStepList *self)
{
  rapport_steps_set_camera (self->session, self->shown, NULL);
}

static void
show_camera (RapportStepList *self)
{
  RapportElement *step = get_shown (self);
  RapportCamera camera;

  if (step != NULL && self->camera != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->camera),
                                 rapport_step_read_camera (RAPPORT_STEP (step), &camera)
                                     ? _("Goes near to a part of the map")
                                     : _("All of the map"));
}

static GtkWidget *
new_camera_button (RapportStepList *self, const char *label, const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_camera (RapportStepList *self)
{
  self->camera = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->camera), _("How near"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->camera), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->camera),
                             new_camera_button (self, _("As here"), _("As near as the map is in this window now"),
                                                G_CALLBACK (camera_cb)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->camera),
                             new_camera_button (self, _("All"), _("All of the map"), G_CALLBACK (whole_cb)));
  gtk_list_box_append (self->form, self->camera);
  show_camera (self);
}

static void
show_form (RapportStepList *self, const char *id)
{
  static const char *const fields[] = { "title", "prompt", "presenter-note", "minutes", "reveal",
                                        "phase", "compare-phase", "focus", "reach" };
  RapportElement *step;

  g_free (self->shown);
  self->shown = g_strdup (id);
  g_ptr_array_set_size (self->rows, 0);
  self->camera = NULL;
  clear (self->form);
  step = get_shown (self);
  for (guint i = 0; step != NULL && i < G_N_ELEMENTS (fields); i++)
    add_field (self, step, fields[i]);
  if (step != NULL)
    add_camera (self);
  gtk_stack_set_visible_child_name (self->pages, step != NULL ? "form" : "list");
  if (step != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static void
back_cb (RapportStepList *self)
{
  show_form (self, NULL);
}

/* --- The list --- */

static void
edit_cb (GtkWidget *button, RapportStepList *self)
{
  show_form (self, g_object_get_data (G_OBJECT (button), "id"));
}

static GtkWidget *
new_edit_button (RapportStepList *self, RapportElement *step, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *words = g_strdup_printf (_("Edit %s"), name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Words, note and minutes"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (rapport_element_get_id (step)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (edit_cb), self, 0);
  return button;
}

static GtkWidget *
new_row (RapportStepList *self, RapportElement *step, guint number)
{
  const char *title = rapport_element_get_text (step, "title");
  int minutes = rapport_element_get_level (step, "minutes");
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_strdup_printf ("%u. %s", number, title != NULL ? title : _("Without a title"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (minutes > 0)
    {
      g_autofree char *length = g_strdup_printf (ngettext ("%d minute", "%d minutes", minutes), minutes);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), length);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_edit_button (self, step, name));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
mark_current (RapportStepList *self)
{
  GtkListBoxRow *row = NULL;

  for (guint i = 0; self->current != NULL && i < count (self); i++)
    if (g_strcmp0 (rapport_element_get_id (rapport_element_list_peek (get_steps (self), i)), self->current) == 0)
      row = gtk_list_box_get_row_at_index (self->list, (int) i);
  gtk_list_box_select_row (self->list, row);
}

static void
fill (RapportStepList *self)
{
  clear (self->list);
  for (guint i = 0; i < count (self); i++)
    gtk_list_box_append (self->list, new_row (self, rapport_element_list_peek (get_steps (self), i), i + 1));
  mark_current (self);
  gtk_widget_set_visible (self->empty, count (self) == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), count (self) > 0);
  refresh_form (self);
}

static void
committed_cb (RapportStepList *self, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const RapportChange *change = g_ptr_array_index (changes, i);

      if (RAPPORT_IS_STEP (change->element))
        {
          fill (self);
          return;
        }
    }
}

static void
activated_cb (RapportStepList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, chosen_signal, 0, (guint) gtk_list_box_row_get_index (row));
}

static void
move_up_cb (RapportStepList *self)
{
  rapport_steps_move (self->session, self->shown, -1);
}

static void
move_down_cb (RapportStepList *self)
{
  rapport_steps_move (self->session, self->shown, 1);
}

static void
show_view_cb (RapportStepList *self)
{
  rapport_steps_show_view (self->session, self->shown, NULL);
}

static void
remove_cb (RapportStepList *self)
{
  rapport_steps_remove (self->session, self->shown);
}

static void
add_ready_cb (RapportStepList *self)
{
  rapport_steps_add_ready (self->session);
}

/* --- What it is made of --- */

static GtkWidget *
new_button (RapportStepList *self, const char *icon, const char *label, const char *tooltip, GCallback callback)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (callback != NULL)
    g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

/* Of two rows where the words of a language are long. */
static GtkWidget *
new_row_of_buttons (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, rapport_wrap_layout_new (6));
  return box;
}

static GtkWidget *
new_tools (RapportStepList *self)
{
  GtkWidget *box = new_row_of_buttons ();

  gtk_box_append (GTK_BOX (box), new_button (self, "go-previous-symbolic", _("All steps"), _("All steps"),
                                             G_CALLBACK (back_cb)));
  gtk_box_append (GTK_BOX (box), new_button (self, "go-up-symbolic", _("Earlier"), _("One earlier"),
                                             G_CALLBACK (move_up_cb)));
  gtk_box_append (GTK_BOX (box), new_button (self, "go-down-symbolic", _("Later"), _("One later"),
                                             G_CALLBACK (move_down_cb)));
  gtk_box_append (GTK_BOX (box), new_button (self, NULL, _("Take this view"),
                                             _("The step shows from now on what you see here; its words stay"),
                                             G_CALLBACK (show_view_cb)));
  gtk_box_append (GTK_BOX (box), new_button (self, "user-trash-symbolic", _("Delete the step"), _("Delete the step"),
                                             G_CALLBACK (remove_cb)));
  return box;
}

static GtkWidget *
new_additions (RapportStepList *self)
{
  GtkWidget *box = new_row_of_buttons ();
  GtkWidget *add = new_button (self, NULL, _("Add what is on show"), _("Make a step of what you see (F7)"), NULL);
  GtkWidget *ready = new_button (self, NULL, _("Put in a workshop"), _("Twelve steps from the question to the close"),
                                 G_CALLBACK (add_ready_cb));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "win.add-step");
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_box_append (GTK_BOX (box), add);
  gtk_box_append (GTK_BOX (box), ready);
  return box;
}

static GtkListBox *
new_list (GtkSelectionMode mode, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), mode);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_LIST_BOX (list);
}

static void
rapport_step_list_dispose (GObject *object)
{
  RapportStepList *self = RAPPORT_STEP_LIST (object);

  g_clear_object (&self->history_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->current, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (rapport_step_list_parent_class)->dispose (object);
}

static void
rapport_step_list_class_init (RapportStepListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_step_list_dispose;
  chosen_signal = g_signal_new ("chosen", RAPPORT_TYPE_STEP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
  camera_signal = g_signal_new ("camera", RAPPORT_TYPE_STEP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
new_list_page (RapportStepList *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->empty = gtk_label_new (_("Steps let the map unfold while people watch. Each shows the map as you see it when "
                                 "you add it, with words for the room and a note for you."));
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  self->list = new_list (GTK_SELECTION_SINGLE, _("Steps"));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (page), self->empty);
  gtk_box_append (GTK_BOX (page), new_additions (self));
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->list));
  return page;
}

static GtkWidget *
new_form_page (RapportStepList *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->form = new_list (GTK_SELECTION_NONE, _("The step"));
  gtk_box_append (GTK_BOX (page), new_tools (self));
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->form));
  return page;
}

static void
rapport_step_list_init (RapportStepList *self)
{
  self->rows = g_ptr_array_new ();
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (committed_cb), self);
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->pages, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->pages), TRUE);
  gtk_stack_add_named (self->pages, new_list_page (self), "list");
  gtk_stack_add_named (self->pages, new_form_page (self), "form");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->pages));
}

GtkWidget *
rapport_step_list_new (void)
{
  return g_object_new (RAPPORT_TYPE_STEP_LIST, NULL);
}

/* @session: (nullable) */
void
rapport_step_list_set_session (RapportStepList *self, RapportSession *session)
{
  g_return_if_fail (RAPPORT_IS_STEP_LIST (self));
  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->history_signals, session != NULL ? rapport_session_get_history (session) : NULL);
  show_form (self, NULL);
  fill (self);
}

/* Opens the form for the step of that id. */
void
rapport_step_list_edit (RapportStepList *self, const char *id)
{
  g_return_if_fail (RAPPORT_IS_STEP_LIST (self) && id != NULL);
  show_form (self, id);
}

/* @id: (nullable): of the step that the room sees */
void
rapport_step_list_set_current (RapportStepList *self, const char *id)
{
  g_return_if_fail (RAPPORT_IS_STEP_LIST (self));
  if (g_strcmp0 (self->current, id) == 0)
    return;
  g_free (self->current);
  self->current = g_strdup (id);
  mark_current (self);
}
