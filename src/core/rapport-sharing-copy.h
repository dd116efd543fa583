/* rapport-sharing-copy.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-lens.h"

G_BEGIN_DECLS

/**
 * RapportSharingCopy:
 * @map: what leaves: a map of its own without a history, in which every id is new
 * @lens: the copy looked at as the map was
 * @leaves: (element-type utf8): what is in it, a sentence each
 * @stays: (element-type utf8): what is not
 * @warnings: (element-type utf8): what whoever shares should look at first: views of too few people, codes that
 *   hide nobody, names that still stand in words
 *
 * A map for partners. What goes along is listed by name, so that what is not listed stays: notes, tensions and
 * responses that are not for the room, times and views that are not on show, the steps, what people said in words
 * that have no level, what this version does not know, and ids that tell. Pictures and text of it are made from
 * @map and @lens, so that they cannot say more.
 */
typedef struct
{
  RapportMap *map;
  RapportLens *lens;
  GPtrArray *leaves;
  GPtrArray *stays;
  GPtrArray *warnings;
} RapportSharingCopy;

/* Whose names leave. */
typedef enum
{
  RAPPORT_SHARING_NAMES_ALL,   /* everybody's */
  RAPPORT_SHARING_NAMES_ROLES, /* all but roles', behind which one person may stand: those leave by codes */
  RAPPORT_SHARING_NAMES_NONE,  /* nobody's: all leave by codes */
} RapportSharingNames;

/* A view of fewer people than this would tell who they are. */
#define RAPPORT_SHARING_LEAST_PEOPLE 3

RapportSharingCopy *rapport_sharing_copy_new  (RapportMap *map, const RapportLens *lens,
                                               RapportSharingNames names)
                                               G_GNUC_WARN_UNUSED_RESULT;
void                rapport_sharing_copy_free (RapportSharingCopy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportSharingCopy, rapport_sharing_copy_free)

G_END_DECLS
