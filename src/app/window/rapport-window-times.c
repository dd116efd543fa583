/* rapport-window-times.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's actions for times and views: the room agrees, a new time is started, two are compared.
 */
#include "rapport-window-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-agreed-window.h"
#include "rapport-button-names.h"
#include "rapport-compare-window.h"
#include "rapport-edits.h"
#include "rapport-message-dialog.h"
#include "rapport-times.h"
#include "rapport-today.h"

#define MONTH_KEY "rapport-month"
#define DATE_KEY "rapport-date"

static void
agree_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rapport_agreed_window_present (GTK_WINDOW (widget), RAPPORT_WINDOW (widget)->session);
}

static void
compare_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportWindow *self = RAPPORT_WINDOW (widget);

  /* A second call shows the window that there is. */
  if (self->comparing != NULL)
    gtk_window_present (GTK_WINDOW (self->comparing));
  else
    g_set_weak_pointer (&self->comparing, rapport_compare_window_present (GTK_WINDOW (self), self->session));
}

/* --- A new time --- */

static void
new_time_cb (AdwMessageDialog *dialog, const char *response, RapportWindow *self)
{
  GtkEditable *name = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  const char *month = g_object_get_data (G_OBJECT (dialog), MONTH_KEY);
  const char *text = gtk_editable_get_text (name);

  if (!g_str_equal (response, "start") || self->session == NULL || *text == '\0')
    return;
  /* Another name, such as an aim, has a date when somebody gives it one. */
  rapport_times_start (self->session, text,
                       g_str_equal (text, month) ? g_object_get_data (G_OBJECT (dialog), DATE_KEY) : NULL);
}

/* This month, unless the time on show is of it: then what comes after is an aim. Returns: (transfer full) */
static char *
suggest_name (RapportSession *session, const char *month, const char *date)
{
  RapportElement *phase = rapport_times_get_phase (session);
  const char *shown = phase != NULL ? rapport_element_get_text (phase, "date") : NULL;

  return g_strdup (shown != NULL && g_str_has_prefix (shown, date) ? _("Aim") : month);
}

static void
start_time_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportWindow *self = RAPPORT_WINDOW (widget);
  RapportElement *phase = rapport_times_get_phase (self->session);
  const char *shown = phase != NULL ? rapport_element_get_text (phase, "name") : NULL;
  g_autoptr (GDateTime) now = rapport_today_new ();
  char *month = g_date_time_format (now, "%OB %Y");
  char *date = g_date_time_format (now, "%Y-%m");
  g_autofree char *suggestion = suggest_name (self->session, month, date);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *dialog;

  dialog = rapport_message_dialog_new (GTK_WINDOW (self), _("Keep this and start a new time"), NULL);
  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      /* Translators: %s is a time, such as “November 2026”. */
      _("“%s” stays as it is. Everybody on it and every answer is copied to the new time, where you go on. What is the "
        "new time called?"),
      shown != NULL ? shown : _("This time"));
  gtk_editable_set_text (GTK_EDITABLE (entry), suggestion);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the new time"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "start", _("_Start"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "start", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "start");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), MONTH_KEY, month, g_free);
  g_object_set_data_full (G_OBJECT (dialog), DATE_KEY, date, g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (new_time_cb), self, 0);
  rapport_button_names_mend (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

void
_rapport_window_class_times_init (RapportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.agree", NULL, agree_cb);
  gtk_widget_class_install_action (widget_class, "win.new-time", NULL, start_time_cb);
  gtk_widget_class_install_action (widget_class, "win.compare", NULL, compare_cb);
}

void
_rapport_window_update_times (RapportWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean editable = self->session != NULL && rapport_edits_are_possible (self->session);

  gtk_widget_action_set_enabled (widget, "win.agree", editable);
  gtk_widget_action_set_enabled (widget, "win.new-time", editable);
  gtk_widget_action_set_enabled (widget, "win.compare",
                                 self->session != NULL && rapport_compare_window_is_possible (self->session));
}
