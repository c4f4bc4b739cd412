DROP TRIGGER order_lines_take_stock;
