import { z } from 'zod';

/** Names inside a definition: lower-case words joined by hyphens, such as `food-licence`. */
export const IdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: '小写字母、数字和连字符，如 food-licence / lower-case letters, digits and hyphens, such as food-licence' })
  .max(64);

/** Field codes are names in conditions too, so they have no hyphen: `shopArea`. */
export const FieldCodeSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, { error: '小写字母开头的字母和数字，如 shopArea / letters and digits beginning with a lower-case letter, such as shopArea' })
  .max(64);
