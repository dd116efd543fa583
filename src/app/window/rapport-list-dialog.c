/* rapport-list-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-list-dialog.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-button-names.h"
#include "rapport-choice-names.h"
#include "rapport-list-edits.h"
#include "rapport-list-rows.h"
#include "rapport-spoken-label.h"
#include "rapport-text-layout.h"

/* Milliseconds after the last letter until the list is read again. */
#define PAUSE 200
/* More rows than this nobody looks through one by one. */
#define MOST_ROWS 200

/* What the user chose for a name, which is to outlive a change of the text. */
typedef struct
{
  gboolean left_out;
  gboolean chosen;
  char *sector;     /* nullable */
  char *new_sector; /* nullable */
} Choice;

struct _RapportListDialog
{
  AdwWindow parent_instance;

  /* Template */
  GtkTextView *text;
  GtkLabel *summary;
  GtkButton *add_button;
  GtkButton *copy_button;
  GtkWidget *remarks_group;
  GtkListBox *remarks;
  GtkWidget *people_group;
  GtkListBox *people;
  GtkWidget *found_group;
  GtkListBox *found;
  GtkWidget *links_group;
  GtkListBox *links;

  /* Owned */
  RapportSession *session;
  RapportListPlan *plan;
  GPtrArray *sectors;  /* of RapportSectorChoice */
  GHashTable *choices; /* name → Choice */
  guint source;
};

G_DEFINE_FINAL_TYPE (RapportListDialog, rapport_list_dialog, ADW_TYPE_WINDOW)

enum
{
  ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->sector);
  g_free (choice->new_sector);
  g_free (choice);
}

/* --- What was chosen -------------------------------------------------------------------------------------------- */

static Choice *
choice_for (RapportListDialog *self, const char *name)
{
  Choice *choice = g_hash_table_lookup (self->choices, name);

  if (choice == NULL)
    {
      choice = g_new0 (Choice, 1);
      g_hash_table_insert (self->choices, g_strdup (name), choice);
    }
  return choice;
}

static void
apply_choices (RapportListDialog *self)
{
  for (guint i = 0; i < rapport_list_plan_get_n_people (self->plan); i++)
    {
      const Choice *choice
        = g_hash_table_lookup (self->choices, rapport_list_plan_get_person (self->plan, i)->name);

      if (choice == NULL)
        continue;
      if (choice->new_sector != NULL)
        rapport_list_plan_set_new_sector (self->plan, i, choice->new_sector);
      else if (choice->chosen)
        rapport_list_plan_set_sector (self->plan, i, choice->sector);
      if (choice->left_out)
        rapport_list_plan_set_taken (self->plan, i, FALSE);
    }
}

/* --- What is told ----------------------------------------------------------------------------------------------- */

static void
clear (GtkListBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_list_box_remove (box, child);
}

static gboolean
is_empty (RapportListDialog *self)
{
  return rapport_list_plan_get_n_people (self->plan) == 0 && rapport_list_plan_get_n_remarks (self->plan) == 0;
}

static void
update_summary (RapportListDialog *self)
{
  g_autofree char *summary = rapport_list_plan_summarise (self->plan);
  const char *words = is_empty (self) ? _("Nothing to add yet") : summary;

  if (!g_str_equal (gtk_label_get_text (self->summary), words))
    rapport_spoken_label_say (self->summary, words);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), rapport_list_plan_does_anything (self->plan));
}

static void
fill_links (RapportListDialog *self)
{
  const guint n = rapport_list_plan_get_n_links (self->plan);

  clear (self->links);
  for (guint i = 0; i < MIN (n, MOST_ROWS); i++)
    gtk_list_box_append (self->links,
                         rapport_list_link_row_new (self->plan, rapport_list_plan_get_link (self->plan, i)));
  if (n > MOST_ROWS)
    gtk_list_box_append (self->links, rapport_list_more_row_new (n - MOST_ROWS));
  gtk_widget_set_visible (self->links_group, n > 0);
}

static void
fill_remarks (RapportListDialog *self)
{
  const guint n = rapport_list_plan_get_n_remarks (self->plan);

  clear (self->remarks);
  for (guint i = 0; i < MIN (n, MOST_ROWS); i++)
    gtk_list_box_append (self->remarks,
                         rapport_list_remark_row_new (rapport_list_plan_get_remark (self->plan, i)));
  if (n > MOST_ROWS)
    gtk_list_box_append (self->remarks, rapport_list_more_row_new (n - MOST_ROWS));
  gtk_widget_set_visible (self->remarks_group, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->copy_button), rapport_list_plan_count_lines_left_out (self->plan) > 0);
}

/* --- Somebody new ----------------------------------------------------------------------------------------------- */

static guint
person_of (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "person"));
}

static void
sector_cb (GtkDropDown *drop_down, GParamSpec *pspec, RapportListDialog *self)
{
  guint person = person_of (GTK_WIDGET (drop_down));
  const RapportSectorChoice *sector = g_ptr_array_index (self->sectors, gtk_drop_down_get_selected (drop_down));
  Choice *choice = choice_for (self, rapport_list_plan_get_person (self->plan, person)->name);

  choice->chosen = TRUE;
  g_free (choice->sector);
  g_free (choice->new_sector);
  choice->sector = g_strdup (sector->id);
  choice->new_sector = sector->id == NULL ? g_strdup (sector->name) : NULL;
  if (choice->new_sector != NULL)
    rapport_list_plan_set_new_sector (self->plan, person, choice->new_sector);
  else
    rapport_list_plan_set_sector (self->plan, person, sector->id);
}

static void
taken_cb (GtkCheckButton *button, RapportListDialog *self)
{
  guint person = person_of (GTK_WIDGET (button));
  const gboolean taken = gtk_check_button_get_active (button);
  GtkWidget *sector = g_object_get_data (G_OBJECT (button), "sector");

  choice_for (self, rapport_list_plan_get_person (self->plan, person)->name)->left_out = !taken;
  rapport_list_plan_set_taken (self->plan, person, taken);
  gtk_widget_set_sensitive (sector, taken);
  update_summary (self);
  fill_links (self);
}

static GtkStringList *
list_sectors (RapportListDialog *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->sectors->len; i++)
    {
      const RapportSectorChoice *choice = g_ptr_array_index (self->sectors, i);
      g_autofree char *made = choice->id == NULL && choice->name != NULL
                                /* Translators: %s is the name of a sector that will be made. */
                                ? g_strdup_printf (_("New: %s"), choice->name) : NULL;

      if (made != NULL)
        gtk_string_list_append (list, made);
      else
        gtk_string_list_append (list, choice->name != NULL ? choice->name : _("To place"));
    }
  return list;
}

static GtkWidget *
new_sector_chooser (RapportListDialog *self, guint i, const RapportListPerson *person)
{
  GtkWidget *chooser = gtk_drop_down_new (G_LIST_MODEL (list_sectors (self)), NULL);
  g_autofree char *name = g_strdup_printf (_("Sector of %s"), person->name);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), rapport_sector_choices_find (self->sectors, person));
  gtk_widget_set_valign (chooser, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (chooser, person->fate != RAPPORT_LIST_LEFT_OUT);
  gtk_widget_set_tooltip_text (chooser, name);
  rapport_choice_names_mend (chooser, name);
  g_object_set_data (G_OBJECT (chooser), "person", GUINT_TO_POINTER (i));
  g_signal_connect (chooser, "notify::selected", G_CALLBACK (sector_cb), self);
  return chooser;
}

static GtkWidget *
new_check (RapportListDialog *self, guint i, const RapportListPerson *person, GtkWidget *sector)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *name = g_strdup_printf (_("Add %s"), person->name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), person->fate != RAPPORT_LIST_LEFT_OUT);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (check, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (check), "person", GUINT_TO_POINTER (i));
  g_object_set_data (G_OBJECT (check), "sector", sector);
  g_signal_connect (check, "toggled", G_CALLBACK (taken_cb), self);
  return check;
}

static GtkWidget *
new_person_row (RapportListDialog *self, guint i, const RapportListPerson *person)
{
  GtkWidget *row = rapport_list_person_row_new (person);
  GtkWidget *sector = new_sector_chooser (self, i, person);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_check (self, i, person, sector));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), sector);
  return row;
}

/* Those who are new first; those who are on the map already have nothing to choose. */
static void
fill_people (RapportListDialog *self)
{
  guint n_new = 0, n_found = 0;

  clear (self->people);
  clear (self->found);
  for (guint i = 0; i < rapport_list_plan_get_n_people (self->plan); i++)
    {
      const RapportListPerson *person = rapport_list_plan_get_person (self->plan, i);

      if (person->id == NULL && n_new++ < MOST_ROWS)
        gtk_list_box_append (self->people, new_person_row (self, i, person));
      else if (person->id != NULL && n_found++ < MOST_ROWS)
        gtk_list_box_append (self->found, rapport_list_person_row_new (person));
    }
  if (n_new > MOST_ROWS)
    gtk_list_box_append (self->people, rapport_list_more_row_new (n_new - MOST_ROWS));
  if (n_found > MOST_ROWS)
    gtk_list_box_append (self->found, rapport_list_more_row_new (n_found - MOST_ROWS));
  gtk_widget_set_visible (self->people_group, n_new > 0);
  gtk_widget_set_visible (self->found_group, n_found > 0);
}

/* --- Reading the text ------------------------------------------------------------------------------------------- */

static char *
get_text (RapportListDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
read_text (RapportListDialog *self)
{
  RapportMap *map = rapport_session_get_map (self->session);
  g_autofree char *text = get_text (self);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->plan, rapport_list_plan_free);
  g_clear_pointer (&self->sectors, g_ptr_array_unref);
  self->plan = rapport_list_plan_new (map, rapport_lens_get_phase (rapport_session_get_lens (self->session)), text);
  self->sectors = rapport_sector_choices_new (map, self->plan);
  apply_choices (self);
  fill_remarks (self);
  fill_people (self);
  fill_links (self);
  update_summary (self);
}

static gboolean
read_cb (gpointer data)
{
  RapportListDialog *self = data;

  self->source = 0;
  read_text (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (RapportListDialog *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (PAUSE, read_cb, self);
}

/* --- What is done ----------------------------------------------------------------------------------------------- */

static void
add_cb (RapportListDialog *self)
{
  g_autofree char *done = NULL;

  /* What is added is what stands there, be it typed a moment ago. */
  if (self->source != 0)
    read_text (self);
  if (!rapport_list_plan_does_anything (self->plan))
    return;
  done = rapport_edit_add_list (self->session, self->plan);
  if (done != NULL)
    g_signal_emit (self, signals[ADDED], 0, done);
  gtk_window_close (GTK_WINDOW (self));
}

/* So that lines which could not be used are not lost with the dialog. */
static void
copy_cb (RapportListDialog *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < rapport_list_plan_get_n_remarks (self->plan); i++)
    {
      const RapportListRemark *remark = rapport_list_plan_get_remark (self->plan, i);

      if (remark->left_out)
        g_string_append_printf (lines, "%s\n", remark->text);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), lines->str);
}

static void
accept_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_cb (RAPPORT_LIST_DIALOG (widget));
}

static void
rapport_list_dialog_dispose (GObject *object)
{
  RapportListDialog *self = RAPPORT_LIST_DIALOG (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->plan, rapport_list_plan_free);
  g_clear_pointer (&self->sectors, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAPPORT_TYPE_LIST_DIALOG);

  G_OBJECT_CLASS (rapport_list_dialog_parent_class)->dispose (object);
}

static void
rapport_list_dialog_class_init (RapportListDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rapport_list_dialog_dispose;
  signals[ADDED] = g_signal_new ("added", RAPPORT_TYPE_LIST_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/rapport/Rapport/rapport-list-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RapportListDialog, text);
  gtk_widget_class_bind_template_child (widget_class, RapportListDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, RapportListDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, RapportListDialog, copy_button);
  gtk_widget_class_bind_template_child (widget_class, RapportListDialog, remarks_group);
  gtk_widget_class_bind_template_child (widget_class, RapportListDialog, remarks);
  gtk_widget_class_bind_template_child (widget_class, RapportListDialog, people_group);
  gtk_widget_class_bind_template_child (widget_class, RapportListDialog, people);
  gtk_widget_class_bind_template_child (widget_class, RapportListDialog, found_group);
  gtk_widget_class_bind_template_child (widget_class, RapportListDialog, found);
  gtk_widget_class_bind_template_child (widget_class, RapportListDialog, links_group);
  gtk_widget_class_bind_template_child (widget_class, RapportListDialog, links);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_install_action (widget_class, "list.add", NULL, accept_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* In the text box Enter is a letter, whatever is held with it, unless it is taken before. */
static void
add_shortcut (RapportListDialog *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                        gtk_named_action_new ("list.add")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
rapport_list_dialog_init (RapportListDialog *self)
{
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, choice_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  rapport_spoken_label_mend (self->summary);
  rapport_text_layout_keep_up (self->text);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (changed_cb), self);
  add_shortcut (self);
}

/**
 * rapport_list_dialog_new:
 * @text: what stands in it at first; with some the focus is where it is accepted, so that Enter is enough
 *
 * Returns: (transfer none): above @parent and not shown yet
 */
RapportListDialog *
rapport_list_dialog_new (GtkWindow *parent, RapportSession *session, const char *text)
{
  RapportListDialog *self = g_object_new (RAPPORT_TYPE_LIST_DIALOG, "transient-for", parent, "destroy-with-parent", TRUE,
                                            NULL);

  self->session = g_object_ref (session);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  read_text (self);
  gtk_window_set_focus (GTK_WINDOW (self), rapport_list_plan_does_anything (self->plan)
                                             ? GTK_WIDGET (self->add_button) : GTK_WIDGET (self->text));
  rapport_button_names_mend (GTK_WIDGET (self));
  return self;
}
