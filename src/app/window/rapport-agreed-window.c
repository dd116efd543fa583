/* rapport-agreed-window.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-agreed-window.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-button-names.h"
#include "rapport-candidates.h"
#include "rapport-phase.h"
#include "rapport-times.h"

#define SECTOR_KEY "rapport-sector"
#define MOST_PEOPLE 9999

struct _RapportAgreedWindow
{
  AdwWindow parent_instance;

  /* Owned */
  RapportSession *session;
  GPtrArray *counts; /* of borrowed spin buttons, one a sector */

  /* Children */
  GtkWidget *page;
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (RapportAgreedWindow, rapport_agreed_window, ADW_TYPE_WINDOW)

/* Returns: (transfer full) (nullable): "academia:3 nhs:4"; nobody of a sector is not written */
static char *
list_people (RapportAgreedWindow *self)
{
  GString *people = g_string_new (NULL);

  for (guint i = 0; i < self->counts->len; i++)
    {
      GtkSpinButton *count = g_ptr_array_index (self->counts, i);
      int n = gtk_spin_button_get_value_as_int (count);

      if (n > 0)
        g_string_append_printf (people, "%s%s:%d", people->len > 0 ? " " : "",
                                (const char *) g_object_get_data (G_OBJECT (count), SECTOR_KEY), n);
    }
  return g_string_free (people, people->len == 0);
}

static void
agree_cb (RapportAgreedWindow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");
  g_autofree char *people = NULL;

  /* What is typed and not yet taken counts, too. */
  for (guint i = 0; i < self->counts->len; i++)
    gtk_spin_button_update (g_ptr_array_index (self->counts, i));
  people = list_people (self);
  rapport_times_agree (self->session, day, people);
  gtk_window_close (GTK_WINDOW (self));
}

static void
withdraw_cb (RapportAgreedWindow *self)
{
  rapport_times_withdraw (self->session);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- What it is made of --- */

static GtkWidget *
new_header (RapportAgreedWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *agree = gtk_button_new_with_mnemonic (_("_Agreed"));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (agree, "suggested-action");
  g_signal_connect_object (agree, "clicked", G_CALLBACK (agree_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), agree);
  gtk_window_set_default_widget (GTK_WINDOW (self), agree);
  return header;
}

static int
count_of (const char *people, const char *sector)
{
  g_auto (GStrv) words = g_strsplit (people != NULL ? people : "", " ", -1);
  gsize length = strlen (sector);

  for (char **word = words; *word != NULL; word++)
    if (strncmp (*word, sector, length) == 0 && (*word)[length] == ':')
      return (int) CLAMP (g_ascii_strtoll (*word + length + 1, NULL, 10), 0, MOST_PEOPLE);
  return 0;
}

static GtkWidget *
new_count (RapportAgreedWindow *self, const char *sector, const char *people)
{
  g_autofree char *name = rapport_candidates_name (rapport_session_get_map (self->session), sector);
  /* Translators: %s is a sector. */
  g_autofree char *words = g_strdup_printf (_("People from: %s"), name);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *count = gtk_spin_button_new_with_range (0, MOST_PEOPLE, 1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (count), count_of (people, sector));
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (count), SECTOR_KEY, g_strdup (sector), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (count), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  g_ptr_array_add (self->counts, count);
  return row;
}

static void
add_people (RapportAgreedWindow *self, RapportElement *phase)
{
  const RapportProperty sectors = { .name = "spans", .kind = RAPPORT_KIND_REFERENCES };
  g_autoptr (GPtrArray) ids = rapport_candidates_list (rapport_session_get_map (self->session), &sectors, phase);
  const char *name = rapport_element_get_text (phase, "name");
  /* Translators: %s is a time, such as “November 2026”. */
  g_autofree char *title = g_strdup_printf (_("The room agrees on %s"), name != NULL ? name : _("this time"));
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _("Pictures then say so, with the day and how many were in the room. Numbers, never names."));
  for (guint i = 0; i < ids->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               new_count (self, g_ptr_array_index (ids, i), rapport_element_get_text (phase, "people")));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), ADW_PREFERENCES_GROUP (group));
}

/* The toolkit gives the arrows of its calendar no names. */
static void
name_arrows (GtkWidget *widget, guint *n)
{
  const char *const names[] = { _("Previous month"), _("Next month"), _("Previous year"), _("Next year") };

  if (GTK_IS_BUTTON (widget) && *n < G_N_ELEMENTS (names))
    rapport_button_names_set (widget, names[(*n)++]);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_arrows (child, n);
}

static void
add_day (RapportAgreedWindow *self, RapportElement *phase)
{
  const char *day = rapport_element_get_text (phase, "agreed");
  g_autoptr (GDateTime) date = NULL;
  GtkWidget *group = adw_preferences_group_new ();
  guint n_arrows = 0;
  g_autofree char *whole = g_strdup_printf ("%sT00:00:00Z", day != NULL ? day : "");

  date = g_date_time_new_from_iso8601 (whole, NULL);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("On which day"));
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  if (date != NULL)
    gtk_calendar_select_day (self->calendar, date);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The day on which the room agreed"), -1);
  name_arrows (GTK_WIDGET (self->calendar), &n_arrows);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->calendar));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), ADW_PREFERENCES_GROUP (group));
}

static void
add_withdrawal (RapportAgreedWindow *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Not agreed after all: a _draft again"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (withdraw_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), ADW_PREFERENCES_GROUP (group));
}

static void
rapport_agreed_window_dispose (GObject *object)
{
  RapportAgreedWindow *self = RAPPORT_AGREED_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->counts, g_ptr_array_unref);

  G_OBJECT_CLASS (rapport_agreed_window_parent_class)->dispose (object);
}

static void
rapport_agreed_window_class_init (RapportAgreedWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_agreed_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rapport_agreed_window_init (RapportAgreedWindow *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->counts = g_ptr_array_new ();
  gtk_window_set_title (GTK_WINDOW (self), _("Agreed in the room"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 460, 720);
  self->page = adw_preferences_page_new ();
  gtk_widget_set_vexpand (self->page, TRUE);
  gtk_box_append (GTK_BOX (all), new_header (self));
  gtk_box_append (GTK_BOX (all), self->page);
  adw_window_set_content (ADW_WINDOW (self), all);
}

/* Shows the window above @parent; nothing where no time is on show. */
void
rapport_agreed_window_present (GtkWindow *parent, RapportSession *session)
{
  RapportElement *phase = rapport_times_get_phase (session);
  RapportAgreedWindow *self;

  if (phase == NULL)
    return;
  self = g_object_new (RAPPORT_TYPE_AGREED_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE,
                                            NULL);
  self->session = g_object_ref (session);
  add_people (self, phase);
  add_day (self, phase);
  if (rapport_times_is_agreed (session))
    add_withdrawal (self);
  rapport_button_names_mend (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
