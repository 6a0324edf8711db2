import {
  type IssueType,
  type LinkType,
  type Priority,
  type Resolution,
  type Status,
  type StatusCategory,
} from '../entities';
import { type World } from '../world';

export const formatPriority = (world: World, priority: Priority): Record<string, unknown> => ({
  self: `${world.baseUrl}/rest/api/3/priority/${priority.id}`,
  iconUrl: `${world.baseUrl}/images/icons/priorities/${priority.name.toLowerCase()}_new.svg`,
  name: priority.name,
  id: priority.id,
});

export const formatStatusCategory = (
  world: World,
  category: StatusCategory,
): Record<string, unknown> => ({
  self: `${world.baseUrl}/rest/api/3/statuscategory/${category.id}`,
  id: category.id,
  key: category.key,
  colorName: category.colorName,
  name: category.name,
});

export const formatStatus = (world: World, status: Status): Record<string, unknown> => ({
  self: `${world.baseUrl}/rest/api/3/status/${status.id}`,
  description: status.description,
  iconUrl: `${world.baseUrl}/images/icons/status_generic.gif`,
  name: status.name,
  id: status.id,
  statusCategory: formatStatusCategory(world, status.category),
});

export const formatIssueType = (world: World, type: IssueType): Record<string, unknown> => ({
  self: `${world.baseUrl}/rest/api/3/issuetype/${type.id}`,
  id: type.id,
  description: type.description,
  iconUrl: `${world.baseUrl}/rest/api/3/universal_avatar/view/type/issuetype/avatar/${type.id}?size=medium`,
  name: type.name,
  subtask: false,
  avatarId: Number(type.id),
  hierarchyLevel: 0,
});

export const formatResolution = (
  world: World,
  resolution: Resolution,
): Record<string, unknown> => ({
  self: `${world.baseUrl}/rest/api/3/resolution/${resolution.id}`,
  id: resolution.id,
  description: resolution.description,
  name: resolution.name,
});

export const formatLinkType = (world: World, type: LinkType): Record<string, unknown> => ({
  id: type.id,
  name: type.name,
  inward: type.inward,
  outward: type.outward,
  self: `${world.baseUrl}/rest/api/3/issueLinkType/${type.id}`,
});
