/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that a program shows on the bus of what is accessible, told at once: to go from element to element takes four
 * questions for each, one after the other, a thousand for a window.
 *
 * Each line of the input is a name on that bus. The answer to it is the number of its bytes in a line, and so many
 * bytes: each window and what is within it, each element before those in it, as depth, path, place in its parent, role,
 * two words of states and name, with FIELD between them and RECORD at the end. What is hidden is left out with all
 * within it. No bytes: the program does not answer.
 */
#include <gio/gio.h>
#include <stdio.h>

#define FIELD "\x1f"
#define RECORD "\x1e"
#define ROOT "/org/a11y/atspi/accessible/root"
#define STATE_VISIBLE 30 /* ATSPI_STATE_VISIBLE */

typedef struct
{
  char *name;
  int place;
  int n_children;
  guint32 role;
  guint32 states[2];
} Element;

typedef struct
{
  GDBusConnection *bus;
  const char *program;
  GHashTable *elements; /* of path to Element, owned */
  GHashTable *children; /* of path to GPtrArray of paths, owned: as they were said to be */
  GPtrArray *next;      /* paths, those of the children: whom to ask next */
  guint n_waiting;
  gboolean unknown; /* somebody was not among the elements */
} Tree;

static void
element_free (gpointer data)
{
  Element *self = data;

  g_free (self->name);
  g_free (self);
}

static void
add_element (Tree *self, GVariant *item)
{
  Element *element = g_new0 (Element, 1);
  g_autoptr (GVariant) states = g_variant_get_child_value (item, 9);
  char *path;

  g_variant_get (item, "((so)(so)(so)iiassusau)", NULL, &path, NULL, NULL, NULL, NULL, &element->place,
                 &element->n_children, NULL, &element->name, &element->role, NULL, NULL);
  for (gsize i = 0; i < MIN (2, g_variant_n_children (states)); i++)
    g_variant_get_child (states, i, "u", &element->states[i]);
  g_hash_table_replace (self->elements, path, element);
}

/* What the toolkit keeps for readers of the screen: all it was ever asked for, as it is now.
   Returns: whether it answered */
static gboolean
read_elements (Tree *self)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (self->bus, self->program, "/org/a11y/atspi/cache",
                                                             "org.a11y.atspi.Cache", "GetItems", NULL, NULL,
                                                             G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_autoptr (GVariant) items = NULL;

  g_hash_table_remove_all (self->elements);
  if (answer == NULL)
    return FALSE;
  items = g_variant_get_child_value (answer, 0);
  for (gsize i = 0; i < g_variant_n_children (items); i++)
    {
      g_autoptr (GVariant) item = g_variant_get_child_value (items, i);

      add_element (self, item);
    }
  return TRUE;
}

static gboolean
is_visible (const Element *element)
{
  return (element->states[0] >> STATE_VISIBLE & 1) != 0;
}

typedef struct
{
  Tree *tree;
  char *path;
} Question;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  Tree *self = question->tree;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  GPtrArray *children = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GVariantIter) iter = NULL;
  char *child;

  self->n_waiting--;
  /* Whoever has gone meanwhile has no children. */
  if (answer != NULL && g_variant_is_of_type (answer, G_VARIANT_TYPE ("(a(so))")))
    g_variant_get (answer, "(a(so))", &iter);
  while (iter != NULL && g_variant_iter_next (iter, "(so)", NULL, &child))
    {
      g_ptr_array_add (children, child);
      g_ptr_array_add (self->next, child);
    }
  g_hash_table_replace (self->children, question->path, children);
  g_free (question);
}

static void
ask_for_children (Tree *self, const char *path)
{
  Question *question = g_new (Question, 1);

  *question = (Question){ self, g_strdup (path) };
  self->n_waiting++;
  g_dbus_connection_call (self->bus, self->program, path, "org.a11y.atspi.Accessible", "GetChildren", NULL, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, answered_cb, question);
}

static void
look_into (Tree *self, const char *path)
{
  const Element *element = g_hash_table_lookup (self->elements, path);

  self->unknown |= element == NULL;
  if ((element == NULL || (element->n_children > 0 && is_visible (element)))
      && !g_hash_table_contains (self->children, path))
    ask_for_children (self, path);
}

/* All of one depth are asked at once. Who is a child of whom is asked, not taken from those that are known: those that
   nobody has asked for yet are unknown, and what is on a page of a stack names the stack as its parent. */
static void
read_children (Tree *self)
{
  ask_for_children (self, ROOT);
  while (self->n_waiting > 0)
    {
      g_autoptr (GPtrArray) asked = NULL;

      while (self->n_waiting > 0)
        g_main_context_iteration (NULL, TRUE);
      asked = g_steal_pointer (&self->next);
      self->next = g_ptr_array_new ();
      for (guint i = 0; i < asked->len; i++)
        look_into (self, asked->pdata[i]);
    }
}

static void
write_element (Tree *self, const char *path, guint depth, GString *out)
{
  const Element *element = g_hash_table_lookup (self->elements, path);
  GPtrArray *children = g_hash_table_lookup (self->children, path);

  if (depth > 0 && (element == NULL || !is_visible (element)))
    return;
  if (depth > 0)
    g_string_append_printf (out, "%u" FIELD "%s" FIELD "%d" FIELD "%u" FIELD "%u" FIELD "%u" FIELD "%s" RECORD, depth,
                            path, element->place, element->role, element->states[0], element->states[1], element->name);
  for (guint i = 0; children != NULL && i < children->len; i++)
    write_element (self, children->pdata[i], depth + 1, out);
}

static void
write_tree (GDBusConnection *bus, const char *program)
{
  g_autoptr (GHashTable) elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, element_free);
  g_autoptr (GHashTable) children
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  Tree self = { bus, program, elements, children, g_ptr_array_new (), 0, FALSE };
  g_autoptr (GString) out = g_string_new (NULL);

  if (read_elements (&self))
    {
      read_children (&self);
      if (self.unknown)
        read_elements (&self);
      write_element (&self, ROOT, 0, out);
    }
  g_ptr_array_unref (self.next);
  printf ("%" G_GSIZE_FORMAT "\n", out->len);
  fwrite (out->str, 1, out->len, stdout);
  fflush (stdout);
}

/* Returns: (nullable) (transfer full): the bus of what is accessible, which the bus of the session knows */
static GDBusConnection *
connect_to_bus (GError **error)
{
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  g_autoptr (GVariant) answer = NULL;
  const char *address;

  if (session == NULL)
    return NULL;
  answer = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", NULL,
                                        G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, error);
  if (answer == NULL)
    return NULL;
  g_variant_get (answer, "(&s)", &address);
  return g_dbus_connection_new_for_address_sync (
      address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL,
      NULL, error);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = connect_to_bus (&error);
  char line[256];

  if (bus == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  while (fgets (line, sizeof line, stdin) != NULL)
    write_tree (bus, g_strchomp (line));
  return 0;
}
