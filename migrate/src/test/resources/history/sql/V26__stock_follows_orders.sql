CREATE TRIGGER order_lines_take_stock AFTER INSERT ON order_lines
BEGIN
  UPDATE stock
     SET quantity = CASE WHEN quantity >= NEW.quantity THEN quantity - NEW.quantity ELSE 0 END
   WHERE book_id = NEW.book_id;
END;
