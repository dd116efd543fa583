/* scene-measure.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-scene.h"

G_BEGIN_DECLS

/* How well a picture can be read, measured on what is in the scene and on nothing else. */
typedef struct
{
  guint names;
  guint links;
  guint name_on_name;
  guint name_on_node;
  guint node_on_node;
  guint link_on_node;  /* a link over a stakeholder that is not its end */
  guint link_on_name;  /* a link behind a name: allowed, and counted */
  guint chip_on_name;  /* a badge or chip over a name */
  guint chip_on_chip;
  guint words_on_name; /* of heading, key or sectors, on or under a name */
  guint sector_by_node; /* the name of a sector so near a stakeholder that it reads as its name */
  guint off_page;
  double smallest;     /* size of the smallest text, letters in outlines left out */
} SceneMeasure;

SceneMeasure scene_measure (RapportMap *map, const RapportScene *scene);

/* (transfer full): an example that comes with the program; "a", "b" or "c" */
RapportMap  *scene_measure_load_example (const char *letter);

/* (transfer full): a made-up map, the same for the same seed */
RapportMap  *scene_measure_make_map (guint32 seed, guint n_stakeholders, guint n_links);

/* (transfer full): the map of four by which measures are checked */
RapportMap  *scene_measure_make_fixture (void);

/* (transfer full): a map of two. @gives: what each gives, below 0 where that was not discussed; @items: (nullable):
 * what both give */
RapportMap  *scene_measure_make_pair (const int *gives, const char *items);

G_END_DECLS
