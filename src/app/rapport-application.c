/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rapport-application.h"

#include "rapport-config.h"

#include <glib/gi18n.h>

/* The window is a bare one as yet: it opens, says so, and closes. */
struct _RapportApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (RapportApplication, rapport_application, ADW_TYPE_APPLICATION)

static GtkWidget *
create_window (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No map can be shown yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("The window is still to be made. Until then, the command "
                                     "rapport-map reads map files."));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);

  gtk_window_set_title (GTK_WINDOW (window), _("Rapport"));
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 640);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  return window;
}

static void
rapport_application_activate (GApplication *application)
{
  GtkApplication *self = GTK_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (self);

  if (window == NULL)
    window = GTK_WINDOW (create_window (self));
  gtk_window_present (window);
}

static void
rapport_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_application_activate (application);
}

static void
rapport_application_class_init (RapportApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = rapport_application_activate;
  application_class->open = rapport_application_open;
}

static void
rapport_application_init (RapportApplication *self)
{
}

RapportApplication *
rapport_application_new (void)
{
  return g_object_new (RAPPORT_TYPE_APPLICATION,
                       "application-id", RAPPORT_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
