UPDATE orders SET handled_by = 2 WHERE id = 1;
