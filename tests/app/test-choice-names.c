/* test-choice-names.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What choosers show and say of what is chosen.
 */
#include "rapport-choice-names.h"

#include "session-fixture.h"

static const char *const CHOICES[] = { "PNG, for slides and documents", "SVG, to be edited further", NULL };

/* Returns: (transfer none): in a window with room for all of it */
static GtkWidget *
show_row (void)
{
  GtkWidget *list = gtk_list_box_new (), *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) strings = gtk_string_list_new (CHOICES);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Format");
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (strings));
  rapport_choice_names_mend (row, "Format");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  fixture_show (list);
  return row;
}

static void
test_all_is_read (void)
{
  GtkWidget *row = show_row ();
  GtkWidget *label = fixture_find (row, GTK_TYPE_LABEL, CHOICES[0]);

  g_assert_nonnull (label);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, CHOICES[0]);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  fixture_settle ();
  g_assert_nonnull (fixture_find (row, GTK_TYPE_LABEL, CHOICES[1]));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, CHOICES[1]);
  fixture_hide (row);
}

static void
test_nothing_chosen (void)
{
  GtkWidget *chooser = gtk_drop_down_new_from_strings (CHOICES);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), GTK_INVALID_LIST_POSITION);
  rapport_choice_names_mend (chooser, "Format");
  fixture_show (chooser);
  g_assert_nonnull (fixture_find (chooser, GTK_TYPE_LABEL, "Choose…"));
  g_assert_null (fixture_find (chooser, GTK_TYPE_LABEL, "(None)"));
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (chooser), GTK_ACCESSIBLE_PROPERTY_LABEL, "Format");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), 1);
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Format: SVG, to be edited further");
  fixture_hide (chooser);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/choice-names/all-is-read", test_all_is_read);
  g_test_add_func ("/choice-names/nothing-chosen", test_nothing_chosen);
  return g_test_run ();
}
