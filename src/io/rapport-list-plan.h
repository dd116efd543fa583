/* rapport-list-plan.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-transaction.h"

G_BEGIN_DECLS

/* What becomes of somebody or of a link that a list names. */
typedef enum
{
  RAPPORT_LIST_NEW,      /* made */
  RAPPORT_LIST_FOUND,    /* on the map already: what it lacks is filled in, and nothing is overwritten */
  RAPPORT_LIST_LEFT_OUT,
} RapportListFate;

/**
 * RapportListPerson:
 * A stakeholder that a list names. Strings are %NULL and levels RAPPORT_LEVEL_UNSET where the list says nothing.
 */
typedef struct
{
  guint line;            /* where it was first named, from 1 */
  char *name;
  char *short_name;
  char *other_name;      /* in the map's other language */
  char *key;             /* what the list calls it in other rows */
  char *sector;          /* an id of the map's or of the usual sectors */
  char *new_sector;      /* the name of a sector that the map has not yet; then @sector is NULL */
  gboolean guessed;      /* the sector, from words of the name */
  gboolean only_in_link; /* no row of its own */
  char *kind;
  char *ring;
  char *spans;
  char *note;
  int influence;
  int stake;
  RapportListFate fate;
  char *id;              /* on the map: where it was found, or after it was made */
} RapportListPerson;

/* The four numbers of a link are power and then gifts, of the first side and of the second. */
typedef struct
{
  guint line;
  guint end[2];      /* places in the list of people */
  char *relation;
  char *note;
  int levels[4];
  char *kinds[2];
  char *items[2];
  char *own_items[2]; /* what is given, in other words than the map's */
  char *fair[2];
  RapportListFate fate;
  gboolean turned;   /* found on the map from the second side to the first */
  char *id;
} RapportListLink;

/* Something to be told about a line of the list. */
typedef struct
{
  guint line;
  gboolean left_out; /* the whole line; else only what @reason says */
  char *text;        /* the line */
  char *reason;      /* a sentence */
} RapportListRemark;

/**
 * RapportListPlan:
 * What a list would do to a map, before anything is done: every line of the text is in it, as people, links or a
 * remark. Making a plan never fails and changes nothing; people can be moved to other sectors or left out until it is
 * applied, which is one transaction.
 */
typedef struct _RapportListPlan RapportListPlan;

RapportListPlan *rapport_list_plan_new  (RapportMap *map, const char *phase, const char *text);
void             rapport_list_plan_free (RapportListPlan *self);

guint rapport_list_plan_get_n_people  (const RapportListPlan *self);
guint rapport_list_plan_get_n_links   (const RapportListPlan *self);
guint rapport_list_plan_get_n_remarks (const RapportListPlan *self);
const RapportListPerson *rapport_list_plan_get_person (const RapportListPlan *self, guint i);
const RapportListLink   *rapport_list_plan_get_link   (const RapportListPlan *self, guint i);
const RapportListRemark *rapport_list_plan_get_remark (const RapportListPlan *self, guint i);

void rapport_list_plan_set_sector (RapportListPlan *self, guint person, const char *sector);
void rapport_list_plan_set_new_sector (RapportListPlan *self, guint person, const char *name);
void rapport_list_plan_set_taken  (RapportListPlan *self, guint person, gboolean taken);

guint    rapport_list_plan_count_people (const RapportListPlan *self, RapportListFate fate);
guint    rapport_list_plan_count_links  (const RapportListPlan *self, RapportListFate fate);
guint    rapport_list_plan_count_lines_left_out (const RapportListPlan *self);
gboolean rapport_list_plan_does_anything (const RapportListPlan *self);
char    *rapport_list_plan_summarise    (const RapportListPlan *self) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *rapport_list_plan_apply (RapportListPlan *self, RapportTransaction *transaction)
                                    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportListPlan, rapport_list_plan_free)

G_END_DECLS
